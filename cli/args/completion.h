// The completion script, from the same declarations as the help texts.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace sinetti {

// For bash.  Knows which options take a value, so that `-l region import --<TAB>` is still about
// import; completes the values of an option that names them.
std::string BashCompletion(const CLI::App& app);

}  // namespace sinetti
