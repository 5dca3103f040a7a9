// One self-contained HTML page of an evidence pack: the summary in three languages, and a script
// that checks the pack in it with Web Crypto (docs/format/evidence-pack.md, "Page").  Without
// scripts it is readable, and says that nothing was checked.
#pragma once

#include <string>

#include "ledger/base/language.h"

namespace sinetti {

// All of a pack that was checked already.
struct EvidencePage {
  std::string pack;  // the whole file
  std::string key;   // the verifier key that the page checks with
  LocalText summary;
  std::string policy;  // of witnesses whom the page asks for; empty: for none
};

std::string RenderEvidencePage(const EvidencePage& page);

}  // namespace sinetti
