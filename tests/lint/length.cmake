# One idea per file: none is longer than 400 lines, but for those listed here with their reason.
include(${CMAKE_CURRENT_LIST_DIR}/common.cmake)

set(limit 400)
# file: reason
set(allowed
    ledger/event/municipalities_table.cc)  # generated, one row for each municipality

sources(files *.h *.cc *.cmake *.py *.sh)
foreach(file ${files})
  file(READ ${ROOT}/${file} text)
  string(REGEX REPLACE "[^\n]" "" newlines "${text}")
  string(LENGTH "${newlines}" count)
  if(count GREATER ${limit} AND NOT file IN_LIST allowed)
    fault("${file}: ${count} lines; more than ${limit} hold more than one idea")
  endif()
endforeach()
finish("length")
