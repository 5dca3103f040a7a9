// A page as PDF through the browser that a machine has: its print style is the one of the HTML
// report (replay/render/html_style.h).
#pragma once

#include <string>

#include "ledger/base/result.h"

namespace sinetti {

// The same page and the same version of the browser give the same bytes: the times that a browser
// writes into a PDF are set to a fixed one.  kEnvironment when no browser is installed, or it
// fails.
Result<std::string> PdfOfPage(const std::string& html);

}  // namespace sinetti
