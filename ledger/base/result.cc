#include "ledger/base/result.h"

namespace sinetti {

const char* ErrorCodeName(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalid: return "invalid";
    case ErrorCode::kNotFound: return "not found";
    case ErrorCode::kConflict: return "conflict";
    case ErrorCode::kUnsupported: return "unsupported";
    case ErrorCode::kCorrupt: return "corrupt";
    case ErrorCode::kLocked: return "locked";
    case ErrorCode::kEnvironment: return "environment";
    case ErrorCode::kClosed: return "closed";
  }
  return "unknown";
}

}  // namespace sinetti
