// The program that the kill test kills: appends batches of seven events and writes the number of
// each acknowledged batch, as a native int, to standard output.  crash_writer DIR FIRST
#include <unistd.h>

#include <cstdlib>

#include "ledger/log/ledger.h"
#include "tests/support/drafts.h"

int main(int, char** arguments) {
  using namespace sinetti;
  SystemClock clock;
  auto ledger = Ledger::OpenForWriting(arguments[1], clock, {.run_events_max = 500});
  if (!ledger) return 3;
  for (int number = std::atoi(arguments[2]);; ++number) {
    std::vector<EncodedDraft> drafts;
    for (int i = 0; i < 7; ++i)
      drafts.push_back(testing_support::MakeDraft("t",
                                                  std::to_string(number) + "-" + std::to_string(i),
                                                  "s" + std::to_string((number + i) % 11)));
    if (!(*ledger)->Append(std::move(drafts))) return 4;
    if (write(STDOUT_FILENO, &number, sizeof number) != sizeof number) return 5;
  }
}
