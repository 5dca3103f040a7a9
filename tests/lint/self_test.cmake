# A check that cannot fail is a defect: each lint script must pass a good sample and refuse each bad
# one with the right words.  Samples are written here, in pieces where a whole one would be found by
# the check itself.
cmake_minimum_required(VERSION 3.25)

# try(WANTED FILE TEXT...): runs the check on these files alone; WANTED is a regular expression for
# its complaint, or "" where it must pass.  In TEXT, ¤ stands for a semicolon.
function(try wanted)
  file(REMOVE_RECURSE ${SAMPLE})
  file(MAKE_DIRECTORY ${SAMPLE})
  set(arguments ${ARGN})
  while(arguments)
    list(POP_FRONT arguments file text)
    string(REPLACE "¤" ";" text "${text}")
    file(WRITE ${SAMPLE}/${file} "${text}")
  endwhile()
  execute_process(
    COMMAND ${CMAKE_COMMAND} -DROOT=${SAMPLE} -DBUILD=${SAMPLE} -DCXX=${CXX}
            -DCLANG_FORMAT=${CLANG_FORMAT} -P ${CMAKE_CURRENT_LIST_DIR}/${CHECK}.cmake
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(wanted STREQUAL "")
    if(NOT status EQUAL 0)
      message(SEND_ERROR "${CHECK} refuses a good sample: ${ARGN}\n${output}")
    endif()
  elseif(status EQUAL 0)
    message(SEND_ERROR "${CHECK} passes a bad sample: ${ARGN}")
  elseif(NOT output MATCHES "${wanted}")
    message(SEND_ERROR "${CHECK} does not say '${wanted}' but:\n${output}")
  endif()
endfunction()

function(try_layers)
  try("" ledger/store/db.cc "#include <vector>\n#include <rocksdb/db.h>\n#include \"ledger/base/bytes.h\"\n")
  try("ledger/store/db.cc: ledger/store may not include ledger/merkle/hash.h"
      ledger/store/db.cc "#include \"ledger/merkle/hash.h\"\n")
  try("ledger/base/x.h: ledger/base may not include replay/fold/row.h"
      ledger/base/x.h "  #  include \"replay/fold/row.h\"\n")
  try("<rocksdb/db.h> is at home in ledger/store" ledger/log/x.cc "#include <rocksdb/db.h>\n")
  try("<curl/curl.h> is not in the table" ledger/log/x.cc "#include <curl/curl.h>\n")
  try("only cli prints" replay/views/x.cc "#include <iostream>\n")
  try("the folder ledger/extra is not in the table" ledger/extra/x.cc "\n")
  try("from the top of the project" ledger/log/x.cc "#include \"chain.h\"\n")
  try("names third-party types"
      ledger/store/inner.h "#include <rocksdb/db.h>\n"
      ledger/store/outer.h "#include \"ledger/store/inner.h\"\n"
      ledger/log/x.cc "#include \"ledger/store/outer.h\"\n")
  try("" replay/views/x.cc "#include \"schemas/decision.capnp.h\"\n")
  try("replay/reports may not include schemas/decision.capnp.h"
      replay/reports/x.cc "#include \"schemas/decision.capnp.h\"\n")
  try("replay/views/x.h names third-party types"
      replay/views/x.h "#include \"schemas/decision.capnp.h\"\n"
      replay/reports/x.cc "#include \"replay/views/x.h\"\n")
endfunction()

function(try_headers)
  try("" ledger/base/x.h "#pragma once\n#include <string>\ninline std::string F() { return \"\"¤ }\n")
  try("string" ledger/base/x.h "#pragma once\ninline std::string F() { return \"\"¤ }\n")
  try("string" ledger/base/x.h "#pragma once\ninline std::string F() { return \"\"¤ }\n"
      ledger/base/x.cc "#include <string>\n#include \"ledger/base/x.h\"\n")
  try("no #pragma once" ledger/base/x.h "int F()¤\n")
endfunction()

function(try_format)
  try("" ledger/base/x.cc "int x = 1¤\n" .clang-format "BasedOnStyle: Google\n")
  try("ledger/base/x.cc" ledger/base/x.cc "int  x=1 ¤\n" .clang-format "BasedOnStyle: Google\n")
endfunction()

function(try_privacy)
  set(cut "")
  try("" a.md "someone@example.org 741/2023:39:1@2026-01-01#draft 2026-01-31 1234567-8\n")
  try("a.md:2:.*an e-mail address" a.md "\nwrite to some.one@region.${cut}fi today\n")
  try("a phone number" a.md "call 040 ${cut}123 4567\n")
  try("a phone number" a.md "call +358 ${cut}40 123 4567\n")
  try("a phone number" a.md "call 09-${cut}123 4567\n")
  try("a path of one machine" a.md "see /${cut}home/someone/file\n")
  try("a personal identity code" a.md "code 131052${cut}-308T.\n")
  try("a personal identity code" a.md "code 131052${cut}A308T.\n")
  try("" a.md "code 131052${cut}-308U.\n")
  try("" a.md "code 010190${cut}-900P.\n")
endfunction()

function(try_length)
  string(REPEAT "// line\n" 400 text)
  try("" ledger/base/x.cc "${text}")
  try("ledger/base/x.cc: 401 lines" ledger/base/x.cc "${text}\n")
endfunction()

function(try_links)
  try("" docs/a.md "[b](b.md#part), [web](https://example.org), `[](int x)`\n```\n[](x)\n```\n"
      docs/b.md "[a](a.md)\n")
  try("docs/a.md:2: missing.md leads nowhere" docs/a.md "\nsee [b](missing.md)\n")
  try("README.md:1: docs/ leads nowhere" README.md "[docs](docs/)\n")
endfunction()

cmake_language(CALL try_${CHECK})
