#include "cli/args/completion.h"

#include <CLI/CLI.hpp>
#include <set>

#include "cli/args/option_names.h"

namespace sinetti {
namespace {

// What the script has to know, gathered over all commands.
struct Words {
  std::string of_command;         // case patterns: "sinetti import") words="--mapping …" ;;
  std::string paths;              // "sinetti import"|"sinetti key show"|…
  std::set<std::string> valued;   // options that take a value
  std::set<std::string> choices;  // case patterns: "sinetti query --format") words="table …" ;;
};

// "{text,md,html}" somewhere in the type's name: the values that the option takes.
std::string ChoicesOf(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t begin = type.find('{');
  const std::size_t end = type.find('}');
  if (begin == std::string::npos || end == std::string::npos) return "";
  std::string values = type.substr(begin + 1, end - begin - 1);
  for (char& c : values) c = c == ',' ? ' ' : c;
  return values;
}

void Gather(const CLI::App& app, const std::string& path, const std::string& inherited,
            Words& words) {
  std::string offered = inherited;
  for (const CLI::Option* option : OptionsOf(app)) {
    const std::string choices = ChoicesOf(*option);
    for (const std::string& name : NamesOf(*option)) {
      if (name.starts_with("--") && inherited.find(name + " ") == std::string::npos)
        offered += name + " ";
      if (!TakesValue(*option)) continue;
      words.valued.insert(name);
      if (!choices.empty())
        words.choices.insert("\"" + path + " \"*\" " + name + "\") words=\"" + choices + "\" ;;");
    }
  }
  std::string commands;
  for (const CLI::App* command : SubcommandsOf(app)) commands += command->get_name() + " ";
  words.of_command += "    \"" + path + "\") words=\"" + commands + offered + "\" ;;\n";
  words.paths += (words.paths.empty() ? "\"" : "|\"") + path + "\"";
  for (const CLI::App* command : SubcommandsOf(app))
    Gather(*command, path + " " + command->get_name(), offered, words);
}

}  // namespace

std::string BashCompletion(const CLI::App& app) {
  Words words;
  Gather(app, "sinetti", "", words);
  std::string valued;
  for (const std::string& name : words.valued) valued += (valued.empty() ? "" : "|") + name;
  std::string choices;
  for (const std::string& line : words.choices) choices += "    " + line + "\n";
  return "# bash completion for sinetti\n"
         "_sinetti() {\n"
         "  local path=sinetti option= word words= current=\"${COMP_WORDS[COMP_CWORD]}\"\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    if [ -n \"$option\" ]; then option=; continue; fi\n"
         "    case \"$word\" in\n"
         "      " +
         valued +
         ") option=\"$word\" ;;\n"
         "      -*) ;;\n"
         "      *) case \"$path $word\" in " +
         words.paths +
         ") path=\"$path $word\" ;; esac ;;\n"
         "    esac\n"
         "  done\n"
         "  if [ -n \"$option\" ]; then\n"
         "    case \"$path  $option\" in\n" +
         choices +
         "    esac\n"
         "  else\n"
         "    case \"$path\" in\n" +
         words.of_command +
         "    esac\n"
         "  fi\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  [ ${#COMPREPLY[@]} -eq 0 ] && COMPREPLY=($(compgen -f -- \"$current\"))\n"
         "}\n"
         "complete -F _sinetti sinetti\n";
}

}  // namespace sinetti
