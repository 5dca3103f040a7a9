// Words of a text and their runs ("shingles"), for finding copied sentences.  Letters of Finnish
// and Swedish in lower case, digits kept, everything else a separator.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinetti {

// "Palvelut, ja niiden Ohjaus" gives palvelut ja niiden ohjaus.
std::vector<std::string> Words(std::string_view text);

// Every run of `length` words, joined by one space; nothing when the text has fewer words.
std::vector<std::string> Shingles(std::string_view text, int length);

}  // namespace sinetti
