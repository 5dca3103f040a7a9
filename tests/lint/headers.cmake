# Every header compiles on its own and guards itself with `#pragma once`.  A header that its own
# source file includes first has compiled on its own in the build; the others are compiled here.
include(${CMAKE_CURRENT_LIST_DIR}/common.cmake)

sources(headers *.h)
set(unproven)
foreach(header ${headers})
  file(STRINGS ${ROOT}/${header} guard REGEX "^#pragma once$")
  if(NOT guard)
    fault("${header}: no #pragma once")
  endif()
  set(first)
  string(REGEX REPLACE "\\.h$" ".cc" source ${header})
  if(EXISTS ${ROOT}/${source})
    file(STRINGS ${ROOT}/${source} first REGEX "^#include" LIMIT_COUNT 1)
  endif()
  if(NOT first STREQUAL "#include \"${header}\"")
    list(APPEND unproven ${header})
  endif()
endforeach()

list(JOIN unproven "\n" unproven)
file(WRITE ${BUILD}/headers.txt "${unproven}\n")
execute_process(
  COMMAND xargs --no-run-if-empty -P 2 -n 4 ${CXX} -std=c++20 -fsyntax-only
          -I${ROOT} -I${BUILD} -DSINETTI_SOURCE_DIR="" -DSINETTI_SHARED_DIR="" -x c++
  INPUT_FILE ${BUILD}/headers.txt
  WORKING_DIRECTORY ${ROOT}
  RESULT_VARIABLE status
  OUTPUT_VARIABLE output
  ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  fault("${output}")
endif()
finish("headers")
