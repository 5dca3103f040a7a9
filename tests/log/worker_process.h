// Starts ledger_worker (ledger_worker.cc) and reads what it tells.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace sinetti::testing_support {

class WorkerProcess {
 public:
  WorkerProcess(const char* program, const std::vector<std::string>& arguments) {
    int to_child[2], from_child[2];
    EXPECT_EQ(pipe2(to_child, O_CLOEXEC), 0);
    EXPECT_EQ(pipe2(from_child, O_CLOEXEC), 0);
    std::vector<char*> argv{const_cast<char*>("ledger_worker")};
    for (const std::string& argument : arguments)
      argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    pid_ = fork();
    if (pid_ == 0) {
      dup2(to_child[0], STDIN_FILENO);
      dup2(from_child[1], STDOUT_FILENO);
      execv(program, argv.data());
      _exit(127);
    }
    close(to_child[0]);
    close(from_child[1]);
    to_ = to_child[1];
    from_ = from_child[0];
  }
  ~WorkerProcess() {
    if (pid_ > 0) Kill();
    CloseInput();
    close(from_);
  }
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // The next thing that it tells; false when it will tell nothing more.
  template <typename T>
  bool Read(T& told) {
    return read(from_, &told, sizeof told) == sizeof told;
  }

  void CloseInput() {
    if (to_ >= 0) close(to_);
    to_ = -1;
  }

  void Kill() {
    kill(pid_, SIGKILL);
    Wait();
  }

  // Its exit code; -1 when a signal ended it.
  int Wait() {
    int status = 0;
    EXPECT_EQ(waitpid(pid_, &status, 0), pid_);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_ = -1;
  int to_ = -1;
  int from_ = -1;
};

}  // namespace sinetti::testing_support
