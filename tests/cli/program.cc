#include "tests/cli/program.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace sinetti::testing_support {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

void Redirect(const std::string& path, int flags, int descriptor) {
  const int file = open(path.c_str(), flags, 0600);
  dup2(file, descriptor);
  close(file);
}

}  // namespace

Workplace::Workplace() {
  std::string pattern = std::filesystem::temp_directory_path() / "sinetti-cli-XXXXXX";
  const char* made = mkdtemp(pattern.data());
  EXPECT_NE(made, nullptr);
  dir_ = pattern;
}

Workplace::~Workplace() {
  std::error_code ignored;
  std::filesystem::remove_all(dir_, ignored);
}

std::string Workplace::Write(const std::string& name, const std::string& text) const {
  std::ofstream(Path(name), std::ios::binary) << text;
  return Path(name);
}

std::string Workplace::Read(const std::string& name) const { return ReadFile(Path(name)); }

Ran Workplace::Run(const std::vector<std::string>& arguments, const std::string& input) const {
  Write(".in", input);
  const pid_t child = fork();
  if (child == 0) {
    if (chdir(dir_.c_str()) != 0) _exit(126);
    setsid();  // no terminal: whatever wants to ask is told so, and no test waits for a person
    Redirect(".in", O_RDONLY, STDIN_FILENO);
    Redirect(".out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    Redirect(".err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    for (const char* name :
         {"SINETTI_LEDGER", "SINETTI_KEYS", "SINETTI_LANG", "SINETTI_ACTOR", "SINETTI_GROUND",
          "SINETTI_ROLE", "SINETTI_PASSPHRASE", "SINETTI_PASSPHRASE_FILE",
          "SINETTI_VAULT_PASSPHRASE", "SINETTI_VAULT_PASSPHRASE_FILE"})
      unsetenv(name);
    if (file_bytes_max_ != 0) {
      const rlimit limit{file_bytes_max_, file_bytes_max_};
      setrlimit(RLIMIT_FSIZE, &limit);
      std::signal(SIGXFSZ, SIG_IGN);
    }
    std::vector<char*> argv{const_cast<char*>("sinetti")};
    for (const std::string& argument : arguments)
      argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execv(SINETTI_PROGRAM, argv.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
          .out = Read(".out"),
          .err = Read(".err")};
}

}  // namespace sinetti::testing_support
