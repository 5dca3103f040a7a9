// The module is loaded once and never finalised: another signer of this process may use it, and the
// end of the process ends its sessions.  Closing the last session logs out.
#include "ledger/crypto/token_signer.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <span>
#include <vector>

#include "ledger/crypto/pkcs11_abi.h"

namespace sinetti {
namespace {

using namespace pkcs11;

constexpr std::size_t kSlotsMax = 1024;

std::string Code(Rv code) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%lx", code);
  return text;
}

Error Failed(const std::string& what) { return Error{ErrorCode::kEnvironment, what}; }

Result<FunctionList*> LoadModule(const std::string& module) {
  void* const library = dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return Failed("the PKCS#11 module " + module + " cannot be loaded");
  void* const symbol = dlsym(library, "C_GetFunctionList");
  FunctionList* functions = nullptr;
  if (symbol == nullptr || reinterpret_cast<GetFunctionList>(symbol)(&functions) != kOk ||
      functions == nullptr)
    return Failed(module + " is no PKCS#11 module");
  const Rv code = functions->Initialize(nullptr);
  if (code != kOk && code != kAlreadyInitialized)
    return Failed("the PKCS#11 module " + module + " does not start: " + Code(code));
  return functions;
}

bool SameText(std::span<const Byte> padded, const std::string& text) {
  const std::string_view whole(reinterpret_cast<const char*>(padded.data()), padded.size());
  const std::size_t end = whole.find_last_not_of(" \0");
  return whole.substr(0, end == whole.npos ? 0 : end + 1) == text;
}

struct FoundToken {
  SlotId slot = 0;
  bool login = false;
};

Result<FoundToken> FindToken(const FunctionList& functions, const TokenUri& uri) {
  std::vector<SlotId> slots(kSlotsMax);
  Ulong count = slots.size();
  if (const Rv code = functions.GetSlotList(1, slots.data(), &count); code != kOk)
    return Failed("the PKCS#11 module lists no tokens: " + Code(code));
  std::optional<FoundToken> found;
  for (Ulong i = 0; i < count; ++i) {
    TokenInfo info{};
    if (functions.GetTokenInfo(slots[i], &info) != kOk) continue;
    if (!SameText(info.label, uri.token) || (info.flags & kTokenInitialized) == 0) continue;
    if (!uri.serial.empty() && !SameText(info.serial, uri.serial)) continue;
    if (found) return Failed("several tokens are called '" + uri.token + "': give serial= as well");
    found = FoundToken{slots[i], (info.flags & kTokenLoginRequired) != 0};
  }
  if (!found)
    return Failed("the token '" + uri.token + "' is not there: plug it in, or correct it");
  return *found;
}

}  // namespace

// One session with one token.
struct TokenSigner::Token {
  FunctionList* functions = nullptr;
  SlotId slot = 0;
  Session session = 0;
  bool open = false;
  Object private_key = 0;

  ~Token() {
    if (open) functions->CloseSession(session);
  }

  static Result<std::unique_ptr<Token>> Open(const std::string& module, const TokenUri& uri,
                                             const AskSecret& ask) {
    auto token = std::make_unique<Token>();
    SINETTI_ASSIGN(token->functions, LoadModule(module));
    SINETTI_ASSIGN(const FoundToken found, FindToken(*token->functions, uri));
    token->slot = found.slot;
    MechanismInfo mechanism{};
    if (token->functions->GetMechanismInfo(found.slot, kMechanismEddsa, &mechanism) != kOk)
      return Failed("the token '" + uri.token + "' does not sign with Ed25519 (CKM_EDDSA)");
    if (const Rv code = token->functions->OpenSession(found.slot, kSerialSession, nullptr, nullptr,
                                                      &token->session);
        code != kOk)
      return Failed("the token '" + uri.token + "' opens no session: " + Code(code));
    token->open = true;
    if (found.login) SINETTI_TRY(token->Login(uri, ask));
    SINETTI_ASSIGN(token->private_key, token->FindKey(kClassPrivateKey, uri));
    return token;
  }

  Result<void> Login(const TokenUri& uri, const AskSecret& ask) {
    if (!ask) return Failed("the token '" + uri.token + "' asks for a PIN, and none was given");
    SINETTI_ASSIGN(const SecretText pin, ask("token " + uri.token));
    auto* const bytes = reinterpret_cast<Byte*>(const_cast<char*>(pin.view().data()));
    const Rv code = functions->Login(session, kUser, bytes, pin.view().size());
    if (code == kOk || code == kUserAlreadyLoggedIn) return {};
    if (code == kPinLocked) return Failed("the PIN of the token '" + uri.token + "' is locked");
    if (code == kPinIncorrect || code == kPinInvalid || code == kPinLenRange)
      return Failed("the PIN of the token '" + uri.token +
                    "' is wrong; after some more attempts the token locks itself");
    return Failed("the token '" + uri.token + "' lets nobody in: " + Code(code));
  }

  Result<Object> FindKey(Ulong object_class, const TokenUri& uri) {
    Ulong key_type = kKeyTypeEdwards;
    std::string label = uri.object;
    Bytes id = uri.id;
    std::vector<Attribute> wanted{
        {kAttributeClass, &object_class, sizeof object_class},
        {kAttributeKeyType, &key_type, sizeof key_type},
    };
    if (!label.empty()) wanted.push_back({kAttributeLabel, label.data(), label.size()});
    if (!id.empty()) wanted.push_back({kAttributeId, id.data(), id.size()});
    Object found[2];
    Ulong count = 0;
    Rv code = functions->FindObjectsInit(session, wanted.data(), wanted.size());
    if (code == kOk) {
      code = functions->FindObjects(session, found, 2, &count);
      functions->FindObjectsFinal(session);
    }
    if (code != kOk) return Failed("the token '" + uri.token + "' is not searched: " + Code(code));
    const std::string what = object_class == kClassPrivateKey ? "private" : "public";
    if (count == 0)
      return Failed("the token '" + uri.token + "' has no " + what + " Ed25519 key '" + uri.object +
                    "'");
    if (count > 1)
      return Failed("the token '" + uri.token + "' has several " + what +
                    " keys of that name: give id= as well");
    return found[0];
  }

  // The point as 32 bytes, which some modules put into an OCTET STRING and some do not.
  Result<Ed25519PublicKey> PublicKey(const TokenUri& uri) {
    SINETTI_ASSIGN(const Object object, FindKey(kClassPublicKey, uri));
    std::array<std::uint8_t, 64> point{};
    Attribute wanted{kAttributeEcPoint, point.data(), point.size()};
    if (const Rv code = functions->GetAttributeValue(session, object, &wanted, 1); code != kOk)
      return Failed("the token '" + uri.token + "' does not show its public key: " + Code(code));
    ByteView bytes(point.data(), std::min<std::size_t>(wanted.bytes, point.size()));
    if (bytes.size() == 34 && bytes[0] == 0x04 && bytes[1] == 32) bytes = bytes.subspan(2);
    return Ed25519PublicKey::From(bytes);
  }

  Result<Ed25519Signature> Sign(ByteView message) {
    Mechanism mechanism{kMechanismEddsa, nullptr, 0};
    Ed25519Signature signature;
    Ulong size = signature.bytes.size();
    Rv code = functions->SignInit(session, &mechanism, private_key);
    if (code == kOk)
      code = functions->Sign(session, const_cast<Byte*>(message.data()), message.size(),
                             signature.bytes.data(), &size);
    if (code == kDeviceRemoved || code == kTokenNotPresent) return Failed("the token was removed");
    if (code != kOk) return Failed("the token does not sign: " + Code(code));
    if (size != signature.bytes.size())
      return Failed("the token gave a signature of " + std::to_string(size) + " bytes");
    return signature;
  }
};

TokenSigner::TokenSigner(VerifierKey key, std::unique_ptr<Token> token)
    : key_(std::move(key)), token_(std::move(token)) {}

TokenSigner::~TokenSigner() = default;

Result<std::unique_ptr<Signer>> TokenSigner::Open(const TokenKey& key, const AskSecret& ask) {
  SINETTI_ASSIGN(const TokenUri uri, ParseTokenUri(key.uri));
  SINETTI_ASSIGN(auto token, Token::Open(key.module, uri, ask));
  return std::unique_ptr<Signer>(new TokenSigner(key.key, std::move(token)));
}

Result<Ed25519Signature> TokenSigner::Sign(ByteView message) {
  SINETTI_ASSIGN(const Ed25519Signature signature, token_->Sign(message));
  if (!Ed25519Verify(key_.public_key, message, signature))
    return Failed("the token signs with another key than " + FormatVerifierKey(key_));
  return signature;
}

Result<VerifierKey> FindTokenKey(const std::string& name, const std::string& module,
                                 const std::string& uri, const AskSecret& ask) {
  SINETTI_TRY(CheckKeyName(name));
  SINETTI_ASSIGN(const TokenUri parsed, ParseTokenUri(uri));
  SINETTI_ASSIGN(const auto token, TokenSigner::Token::Open(module, parsed, ask));
  SINETTI_ASSIGN(const Ed25519PublicKey half, token->PublicKey(parsed));
  return MakeVerifierKey(name, half);
}

}  // namespace sinetti
