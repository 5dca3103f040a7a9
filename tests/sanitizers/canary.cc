// Faults made on purpose: under a sanitizer each of them must be reported, or a clean run of the
// other tests says nothing.
#include <cstdio>
#include <cstring>
#include <limits>
#include <memory>
#include <thread>

namespace {

void UseAfterFree() {
  auto number = std::make_unique<int>(1);
  const volatile int* gone = number.get();
  number.reset();
  std::printf("%d\n", *gone);
}

void OverflowSigned() {
  volatile int number = std::numeric_limits<int>::max();
  number = number + 1;
  std::printf("%d\n", number);
}

void Leak() {
  int* volatile number = new int(1);
  number = nullptr;
}

void Race() {
  int number = 0;
  {
    const std::jthread one([&] { ++number; });
    const std::jthread other([&] { ++number; });
  }
  std::printf("%d\n", number);
}

}  // namespace

int main(int argc, char** argv) {
  const char* fault = argc == 2 ? argv[1] : "";
  if (std::strcmp(fault, "address") == 0) UseAfterFree();
  if (std::strcmp(fault, "undefined") == 0) OverflowSigned();
  if (std::strcmp(fault, "leak") == 0) Leak();
  if (std::strcmp(fault, "thread") == 0) Race();
  return 0;
}
