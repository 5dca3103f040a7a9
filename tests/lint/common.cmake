# Shared by the lint scripts: findings are collected with fault() and reported together by finish().
cmake_minimum_required(VERSION 3.25)
set(ENV{LC_ALL} C.UTF-8)

function(fault text)
  set_property(GLOBAL APPEND_STRING PROPERTY FAULTS "${text}\n")
endfunction()

function(finish what)
  get_property(faults GLOBAL PROPERTY FAULTS)
  if(faults)
    message("${faults}")  # as it is: an error message would be wrapped
    message(FATAL_ERROR "${what}: see above")
  endif()
endfunction()

# sources(OUT PATTERN...): the project's files that match, relative to ROOT.
function(sources out)
  set(globs)
  foreach(folder schemas ledger replay cli tests)
    foreach(pattern ${ARGN})
      list(APPEND globs ${ROOT}/${folder}/${pattern})
    endforeach()
  endforeach()
  file(GLOB_RECURSE files RELATIVE ${ROOT} ${globs})
  set(${out} ${files} PARENT_SCOPE)
endfunction()

# lines(OUT FILE): the lines of a text file as a list; characters that upset lists are replaced.
function(lines out file)
  file(READ ${file} text)
  string(REPLACE ";" "," text "${text}")
  string(REPLACE "[" "«" text "${text}")
  string(REPLACE "]" "»" text "${text}")
  string(REPLACE "\\" "/" text "${text}")
  string(REPLACE "\n" ";" text "${text}")
  set(${out} "${text}" PARENT_SCOPE)
endfunction()
