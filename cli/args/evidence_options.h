// Commands that are declared in a file of their own; how they are added is handed in by parse.cc.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "cli/args/arguments.h"

namespace sinetti {

struct CommandText {
  std::string name, about, examples;
};

// What a command's options came to, once the line was parsed.
using TakeCommand = std::function<CommandArguments()>;

using AddCommand =
    std::function<CLI::App*(CLI::App* parent, const CommandText& text, TakeCommand take)>;

// witness init, add-log, cosign, status
void AddWitnessCommands(CLI::App& app, const AddCommand& add_command);

}  // namespace sinetti
