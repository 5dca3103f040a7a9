#include "cli/args/option_names.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "ledger/base/nearest.h"

namespace sinetti {
namespace {

std::string Nearest(const std::string& wrong, const std::vector<std::string>& names) {
  return DidYouMean(wrong, {names.begin(), names.end()});
}

// The option of a command, or of one around it, that has the name.
const CLI::Option* FindOption(const std::vector<const CLI::App*>& path, const std::string& name) {
  for (const CLI::App* app : path) {
    for (const CLI::Option* option : OptionsOf(*app)) {
      const auto names = NamesOf(*option);
      if (std::find(names.begin(), names.end(), name) != names.end()) return option;
    }
  }
  return nullptr;
}

std::string UnknownOption(const std::vector<const CLI::App*>& path, const std::string& name) {
  std::vector<std::string> known;
  for (const CLI::App* app : path) {
    for (const CLI::Option* option : OptionsOf(*app)) {
      for (std::string& one : NamesOf(*option)) known.push_back(std::move(one));
    }
  }
  std::string command;
  for (const CLI::App* app : path) command += (command.empty() ? "" : " ") + app->get_name();
  return "unknown option " + name + Nearest(name, known) + "; `" + command +
         " --help` lists the options";
}

bool TakesPositional(const CLI::App& app) {
  const auto options = OptionsOf(app);
  return std::any_of(options.begin(), options.end(),
                     [](const CLI::Option* option) { return option->get_positional(); });
}

}  // namespace

std::vector<const CLI::App*> SubcommandsOf(const CLI::App& app) {
  auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  std::erase_if(commands, [](const CLI::App* one) { return one->get_name().empty(); });
  return commands;
}

std::vector<const CLI::Option*> OptionsOf(const CLI::App& app) {
  std::vector<const CLI::Option*> options = app.get_options();
  for (const CLI::App* group : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (!group->get_name().empty()) continue;
    for (const CLI::Option* option : group->get_options()) options.push_back(option);
  }
  return options;
}

std::vector<std::string> NamesOf(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  return names;
}

bool TakesValue(const CLI::Option& option) { return option.get_items_expected_min() > 0; }

std::string ExplainUnknownWord(const CLI::App& app, const std::vector<std::string>& words) {
  std::vector<const CLI::App*> path{&app};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--") return "";
    if (word.size() > 1 && word[0] == '-') {
      const bool is_long = word[1] == '-';
      const std::size_t equals = is_long ? word.find('=') : std::string::npos;
      const std::string name = is_long ? word.substr(0, equals) : word.substr(0, 2);
      const CLI::Option* option = FindOption(path, name);
      if (option == nullptr) return UnknownOption(path, name);
      const bool value_follows = equals == std::string::npos && (is_long || word.size() == 2);
      if (TakesValue(*option) && value_follows) ++i;
      continue;
    }
    std::vector<std::string> commands;
    const CLI::App* chosen = nullptr;
    for (const CLI::App* command : SubcommandsOf(*path.back())) {
      commands.push_back(command->get_name());
      if (command->get_name() == word) chosen = command;
    }
    if (chosen != nullptr) {
      path.push_back(chosen);
    } else if (!commands.empty() && !TakesPositional(*path.back())) {
      return "unknown command " + word + Nearest(word, commands) + "; `" + app.get_name() +
             " --help` lists the commands";
    }
  }
  return "";
}

std::string ExplainUsage(const CLI::App& app, const std::string& problem) {
  const CLI::App* deepest = &app;
  std::string command = app.get_name();
  while (!deepest->get_subcommands().empty()) {
    deepest = deepest->get_subcommands().front();
    command += " " + deepest->get_name();
  }
  const std::string help = "; `" + command + " --help` explains";
  if (deepest->get_require_subcommand_min() == 0) return problem + help;
  if (deepest == &app) return "name a command" + help;
  std::string names;
  for (const CLI::App* one : SubcommandsOf(*deepest)) names += " " + one->get_name();
  return command + " needs one of:" + names + help;
}

}  // namespace sinetti
