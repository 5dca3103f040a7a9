// See child.h.  The kernel counts the memory of whoever starts a program as held by it until then:
// measure peaks before this program itself has grown.
#include "tests/bench/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "tests/bench/measure.h"

extern char** environ;

namespace sinetti::bench {

ChildOutcome RunChild(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  const Timer timer;
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
    Fail("could not start " + command[0]);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status))
    Fail(command[0] + " did not end by itself");
  return {timer.Seconds(), usage.ru_maxrss, WEXITSTATUS(status)};
}

}  // namespace sinetti::bench
