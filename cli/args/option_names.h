// What a command declares, as names: for completion, and for saying which option was not meant.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace sinetti {

std::vector<const CLI::App*> SubcommandsOf(const CLI::App& app);

// Its own options and those of its option groups.
std::vector<const CLI::Option*> OptionsOf(const CLI::App& app);

// "-l" and "--ledger"; empty for a positional argument.
std::vector<std::string> NamesOf(const CLI::Option& option);

bool TakesValue(const CLI::Option& option);

// The first word of the command line that is no option or command of `app`, explained with what is
// near; empty when all are known.  The parser itself complains of what is missing first, which does
// not help whoever mistyped an option.
std::string ExplainUnknownWord(const CLI::App& app, const std::vector<std::string>& words);

// What the parser found wrong, with the command whose help to read; after a failed parse.
std::string ExplainUsage(const CLI::App& app, const std::string& problem);

}  // namespace sinetti
