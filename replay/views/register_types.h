// Which field of which type stands in which column of the register.
#pragma once

#include <span>
#include <string_view>

namespace sinetti {

// Names of fields; several with a space between are joined.  An empty one leaves the column empty,
// an empty `day` is the day of the event.
struct RegisterType {
  std::string_view topic;
  std::string_view type;
  std::string_view subject;  // what it is about
  std::string_view text;     // what is said of it
  std::string_view party = {};
  std::string_view day = {};
  std::string_view until = {};
  std::string_view amount = {};
};

std::span<const RegisterType> RegisterTypes();

}  // namespace sinetti
