// Whether what an event says may stand in what is published: nothing of a person, nothing secret
// (621/1999 sections 22 and 24; 741/2023 sections 26 and 27 for what a provider publishes).
#pragma once

#include <string_view>

#include "ledger/event/event.h"

namespace sinetti {

// Empty when it may; otherwise why not: "publicity" (secret, personal, sensitive), "client" (it is
// about one), "person" (its body names one by pseudonym), "sealed" (it holds a sealed value).
std::string_view WhyNotPublic(const Event& event);

}  // namespace sinetti
