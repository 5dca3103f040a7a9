# Every header compiles on its own and guards itself with `#pragma once`.
include(${CMAKE_CURRENT_LIST_DIR}/common.cmake)

sources(headers *.h)
foreach(header ${headers})
  file(STRINGS ${ROOT}/${header} guard REGEX "^#pragma once$")
  if(NOT guard)
    fault("${header}: no #pragma once")
  endif()
endforeach()

list(JOIN headers "\n" list)
file(WRITE ${BUILD}/headers.txt "${list}\n")
execute_process(
  COMMAND xargs --no-run-if-empty -P 2 -n 8 ${CXX} -std=c++20 -fsyntax-only
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
