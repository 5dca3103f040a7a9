# The sources are laid out as .clang-format says; `./dev format` makes it so.
include(${CMAKE_CURRENT_LIST_DIR}/common.cmake)

if(NOT CLANG_FORMAT)
  message(FATAL_ERROR "format: clang-format-14 is missing; ./dev installs it")
endif()
sources(files *.h *.cc)
execute_process(
  COMMAND ${CLANG_FORMAT} --dry-run --Werror ${files}
  WORKING_DIRECTORY ${ROOT}
  RESULT_VARIABLE status
  ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  string(REGEX MATCHALL "[^\n:]+:[0-9]+:[0-9]+: error" places "${output}")
  list(TRANSFORM places REPLACE ":[0-9]+:[0-9]+: error" "")
  list(REMOVE_DUPLICATES places)
  list(JOIN places "\n" places)
  fault("${places}\nrun ./dev format")
endif()
finish("format")
