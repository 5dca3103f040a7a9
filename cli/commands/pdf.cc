#include "cli/commands/pdf.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "cli/io/files.h"

namespace sinetti {
namespace {

// The first of the browsers that the search path has; empty when there is none.
std::string FindBrowser() {
  const char* path = std::getenv("PATH");
  for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
    std::string_view rest = path == nullptr ? "" : path;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(':'), rest.size());
      const std::string file = std::string(rest.substr(0, end)) + "/" + name;
      if (access(file.c_str(), X_OK) == 0) return file;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return "";
}

// A folder that only its owner reads; removed with all that is in it.
class PrivateFolder {
 public:
  PrivateFolder() {
    path_ = (std::filesystem::temp_directory_path() / "sinetti-pdf-XXXXXX").string();
    if (mkdtemp(path_.data()) == nullptr) path_.clear();
  }
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// Runs the program, its output dropped; false when it did not end with 0.
bool RunQuietly(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child < 0) return false;
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// "(D:20260302080000+00'00')" behind each of the two keys becomes the first moment of 2000, so that
// the file does not change its length.
void FixTimes(std::string& pdf) {
  constexpr std::string_view kFixed = "20000101000000";
  for (const std::string_view key : {"/CreationDate (D:", "/ModDate (D:"}) {
    for (std::size_t at = 0; (at = pdf.find(key, at)) != std::string::npos;) {
      at += key.size();
      if (pdf.find_first_not_of("0123456789", at) == at + kFixed.size())
        pdf.replace(at, kFixed.size(), kFixed);
    }
  }
}

}  // namespace

Result<std::string> PdfOfPage(const std::string& html) {
  const std::string browser = FindBrowser();
  if (browser.empty()) {
    return Error{ErrorCode::kEnvironment,
                 "no browser that prints to PDF is on the search path (chromium, "
                 "chromium-browser, google-chrome): apt-get install chromium, or write --format "
                 "html and print it"};
  }
  const PrivateFolder folder;
  if (folder.path().empty()) {
    return Error{ErrorCode::kEnvironment, "no folder for temporary files can be made (TMPDIR)"};
  }
  const std::string page = folder.path() + "/report.html";
  const std::string printed = folder.path() + "/report.pdf";
  SINETTI_TRY(WriteWhole(page, html));
  std::vector<std::string> command{browser,
                                   "--headless",
                                   "--disable-gpu",
                                   "--user-data-dir=" + folder.path() + "/profile",
                                   "--no-pdf-header-footer",
                                   "--disable-pdf-tagging",
                                   "--print-to-pdf=" + printed};
  if (geteuid() == 0) command.push_back("--no-sandbox");  // it builds none for root
  command.push_back("file://" + page);
  if (!RunQuietly(command) || access(printed.c_str(), R_OK) != 0) {
    return Error{ErrorCode::kEnvironment,
                 browser + " could not print the report; write --format html and print it"};
  }
  SINETTI_ASSIGN(std::string pdf, ReadWhole(printed));
  FixTimes(pdf);
  return pdf;
}

}  // namespace sinetti
