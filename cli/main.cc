// Builds everything once and passes it down; the one place that catches exceptions and picks the
// exit code.
#include <sys/stat.h>

#include <csignal>
#include <exception>

#include "cli/commands/commands.h"

namespace {

sinetti::Language LanguageOf(const std::string& code) {
  if (code == "sv") return sinetti::Language::kSwedish;
  if (code == "en") return sinetti::Language::kEnglish;
  return sinetti::Language::kFinnish;
}

int RunProgram(int argc, const char* const* argv) {
  const sinetti::ParseOutcome parsed = sinetti::ParseArguments(argc, argv);
  if (!parsed.arguments) return parsed.exit_code;
  const sinetti::GlobalArguments& global = parsed.arguments->global;

  sinetti::Console console(global.json, global.quiet, LanguageOf(global.language));
  sinetti::SystemClock clock;
  const sinetti::TypeRegistry registry = sinetti::TypeRegistry::Builtin();
  sinetti::Session session(global, console, clock, registry);

  const auto outcome =
      std::visit([&](const auto& arguments) { return sinetti::Run(session, arguments); },
                 parsed.arguments->command);
  if (!outcome) return console.Fail(outcome.error());
  if (!console.Flush()) return sinetti::kEnvironmentFailed;
  return *outcome;
}

}  // namespace

int main(int argc, char** argv) {
  ::umask(077);  // whatever is made here is its owner's; a report is given away by chmod
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has seen enough is no error
  try {
    return RunProgram(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "sinetti: internal error: %s\n", error.what());
    return sinetti::kEnvironmentFailed;
  }
}
