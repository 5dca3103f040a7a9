# Nothing of a real person and nothing of one machine is committed: no e-mail address outside the
# reserved domains, no phone number, no personal identity code a person may hold (individual
# numbers 900 to 999 are never given out), no absolute path of a home or work folder.
include(${CMAKE_CURRENT_LIST_DIR}/common.cmake)

# What git knows or would add; without git, everything below ROOT.
if(EXISTS ${ROOT}/.git)
  set(list_files git -C ${ROOT} ls-files -z --cached --others --exclude-standard)
else()
  set(list_files find . -type f -not -path "./build/*" -print0)
endif()

# matches(OUT REGEX): "file:line:match" for each match in a text file.
function(matches out regex)
  execute_process(
    COMMAND ${list_files}
    COMMAND xargs -0 --no-run-if-empty grep -s -o -H -n -I -P -e "${regex}"
    WORKING_DIRECTORY ${ROOT}
    OUTPUT_VARIABLE output ERROR_VARIABLE error)
  if(NOT error STREQUAL "")
    message(FATAL_ERROR "privacy: ${error}")
  endif()
  string(REGEX REPLACE "\n$" "" output "${output}")
  string(REPLACE "\n" ";" output "${output}")
  set(${out} "${output}" PARENT_SCOPE)
endfunction()

matches(found "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}\\b")
foreach(match ${found})
  if(NOT match MATCHES "[@.](example\\.(com|org|net)|example|invalid|test)$")
    fault("${match}: an e-mail address; use one under example.org")
  endif()
endforeach()

set(separator "[ .-]?")
matches(found "(?<![A-Za-z0-9])(\\+358${separator}[0-9](${separator}[0-9]){5,10}|0(4[0-9]|50)[ -][0-9]{3}[ -]?[0-9]{2}${separator}[0-9]{2}|0[1-9][0-9]?[ -][0-9]{3}[ -][0-9]{4})(?![0-9A-Za-z])")
foreach(match ${found})
  fault("${match}: a phone number")
endforeach()

matches(found "(?<![A-Za-z0-9/])/([w]ork|[h]ome|[r]oot|[U]sers)/[A-Za-z0-9]")
foreach(match ${found})
  fault("${match}…: a path of one machine")
endforeach()

# DDMMYY, century sign, individual number, check character: the nine digits modulo 31.
set(check_characters 0 1 2 3 4 5 6 7 8 9 A B C D E F H J K L M N P R S T U V W X Y)
matches(found "(?<![A-Za-z0-9])(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}[-+ABCDEFUVWXYabcdefuvwxy][0-9]{3}[0-9A-Ya-y](?![A-Za-z0-9])")
foreach(match ${found})
  string(REGEX MATCH "([0-9][0-9][0-9][0-9][0-9][0-9])[^0-9]([0-9][0-9][0-9])(.)$" code "${match}")
  set(day ${CMAKE_MATCH_1})
  set(individual ${CMAKE_MATCH_2})
  string(TOUPPER ${CMAKE_MATCH_3} check)
  string(REGEX REPLACE "^0+(.)" "\\1" number ${day}${individual})
  math(EXPR remainder "${number} % 31")
  list(GET check_characters ${remainder} expected)
  if(check STREQUAL expected AND individual LESS 900)
    fault("${match}: a personal identity code; use an individual number from 900 to 999")
  endif()
endforeach()
finish("privacy")
