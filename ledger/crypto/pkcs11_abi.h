// The part of the PKCS#11 interface that signing needs, as OASIS PKCS #11 v2.40 lays it out in
// memory on systems other than Windows: values, structures, and the places in the list of
// functions. Stays within ledger/crypto.
#pragma once

#include <cstdint>

namespace sinetti::pkcs11 {

using Ulong = unsigned long;
using Byte = unsigned char;
using Rv = Ulong;
using SlotId = Ulong;
using Session = Ulong;
using Object = Ulong;

inline constexpr Rv kOk = 0x0;
inline constexpr Rv kDeviceRemoved = 0x32;
inline constexpr Rv kMechanismInvalid = 0x70;
inline constexpr Rv kPinIncorrect = 0xa0;
inline constexpr Rv kPinInvalid = 0xa1;
inline constexpr Rv kPinLenRange = 0xa2;
inline constexpr Rv kPinLocked = 0xa4;
inline constexpr Rv kTokenNotPresent = 0xe0;
inline constexpr Rv kUserAlreadyLoggedIn = 0x100;
inline constexpr Rv kAlreadyInitialized = 0x191;

inline constexpr Ulong kTokenLoginRequired = 0x4;
inline constexpr Ulong kTokenInitialized = 0x400;
inline constexpr Ulong kSerialSession = 0x4;
inline constexpr Ulong kUser = 1;

inline constexpr Ulong kClassPublicKey = 2;
inline constexpr Ulong kClassPrivateKey = 3;
inline constexpr Ulong kKeyTypeEdwards = 0x40;
inline constexpr Ulong kMechanismEddsa = 0x1057;

inline constexpr Ulong kAttributeClass = 0x0;
inline constexpr Ulong kAttributeLabel = 0x3;
inline constexpr Ulong kAttributeKeyType = 0x100;
inline constexpr Ulong kAttributeId = 0x102;
inline constexpr Ulong kAttributeEcPoint = 0x181;

struct Version {
  Byte major, minor;
};
struct TokenInfo {
  Byte label[32];  // filled up with spaces, as the next three
  Byte manufacturer[32];
  Byte model[16];
  Byte serial[16];
  Ulong flags;
  Ulong counts[10];
  Version hardware, firmware;
  Byte time[16];
};
struct MechanismInfo {
  Ulong key_size_min, key_size_max, flags;
};
struct Mechanism {
  Ulong type;
  void* parameter;
  Ulong parameter_bytes;
};
struct Attribute {
  Ulong type;
  void* value;
  Ulong bytes;
};

using Unused = void (*)();

struct FunctionList {
  Version version;
  Rv (*Initialize)(void*);
  Unused finalize, get_info, get_function_list;
  Rv (*GetSlotList)(Byte, SlotId*, Ulong*);
  Unused get_slot_info;
  Rv (*GetTokenInfo)(SlotId, TokenInfo*);
  Unused get_mechanism_list;
  Rv (*GetMechanismInfo)(SlotId, Ulong, MechanismInfo*);
  Unused init_token, init_pin, set_pin;
  Rv (*OpenSession)(SlotId, Ulong, void*, void*, Session*);
  Rv (*CloseSession)(Session);
  Unused close_all_sessions, get_session_info, get_operation_state, set_operation_state;
  Rv (*Login)(Session, Ulong, Byte*, Ulong);
  Unused logout, create_object, copy_object, destroy_object, get_object_size;
  Rv (*GetAttributeValue)(Session, Object, Attribute*, Ulong);
  Unused set_attribute_value;
  Rv (*FindObjectsInit)(Session, Attribute*, Ulong);
  Rv (*FindObjects)(Session, Object*, Ulong, Ulong*);
  Rv (*FindObjectsFinal)(Session);
  Unused encrypting[4], decrypting[4], digesting[5];
  Rv (*SignInit)(Session, Mechanism*, Object);
  Rv (*Sign)(Session, Byte*, Ulong, Byte*, Ulong*);
  // More follows.
};

using GetFunctionList = Rv (*)(FunctionList**);

}  // namespace sinetti::pkcs11
