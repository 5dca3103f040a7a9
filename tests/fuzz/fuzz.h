// What a fuzz target gives: seeds of good input, and a function that takes any input.  Under clang
// (preset fuzz) libFuzzer feeds it; in every other build smoke.cc does, with seeded mutations, so
// that the targets run in each test run and under each sanitizer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinetti::fuzz {

std::vector<std::string> Seeds();

// Must return for any input, quickly, without leaking; a broken promise of ours aborts.
void Eat(std::string_view input);

// The lines of a file of the project, and the fenced blocks of a page.
std::vector<std::string> LinesOf(const std::string& path);
std::vector<std::string> BlocksOf(const std::string& path);

// The signed notes within a text whose first line is `origin`: what a mutation may cut out whole.
std::vector<std::string> NotesIn(const std::string& text, const std::string& origin);

}  // namespace sinetti::fuzz
