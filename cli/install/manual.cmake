# Writes the manual page from what the program says of itself, so that the two cannot disagree:
#   cmake -DPROGRAM=sinetti -DVERSION=0.1.0 -DOUTPUT=sinetti.1 -P manual.cmake
# Help texts are shown as they are, one section for each command.

# help(OUT ARGUMENT...): the help of a command, as lines of troff that are not filled.
function(help out)
  execute_process(COMMAND ${PROGRAM} ${ARGN} --help
      OUTPUT_VARIABLE text RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} ${ARGN} --help ended with ${status}")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# as_shown(OUT TEXT): escapes what troff would take for its own.
function(as_shown out text)
  string(REPLACE "\\" "\\e" text "${text}")
  string(REPLACE "-" "\\-" text "${text}")
  string(REPLACE "\n" "\n\\&" text "\n${text}")
  set(${out} ".nf${text}\n.fi\n" PARENT_SCOPE)
endfunction()

# commands(OUT TEXT): the names below "Subcommands:" in a help text.
function(commands out text)
  set(names "")
  if(text MATCHES "\nSubcommands:\n((  [^\n]*\n)+)")
    string(REGEX MATCHALL "(^|\n)  [a-z-]+" names "${CMAKE_MATCH_1}")
    list(TRANSFORM names STRIP)
  endif()
  set(${out} "${names}" PARENT_SCOPE)
endfunction()

# section(ARGUMENT...): appends the command and the commands below it to `sections`.
function(section)
  help(text ${ARGN})
  commands(below "${text}")
  string(REGEX REPLACE "\nExit codes:.*" "" text "${text}")
  string(STRIP "${text}" text)
  as_shown(shown "${text}")
  string(REPLACE ";" " " title "${ARGN}")
  set_property(GLOBAL APPEND_STRING PROPERTY sections ".SS ${title}\n${shown}")
  foreach(name ${below})
    section(${ARGN} ${name})
  endforeach()
endfunction()

help(top)
commands(names "${top}")
foreach(name ${names})
  section(${name})
endforeach()
get_property(sections GLOBAL PROPERTY sections)
string(REGEX REPLACE "\nSubcommands:.*" "" options "${top}")
string(REGEX MATCH "\nOptions:.*" options "${options}")
string(STRIP "${options}" options)
as_shown(options "${options}")

file(WRITE ${OUTPUT} "'\\\" -*- coding: UTF-8 -*-
.TH SINETTI 1 \"\" \"sinetti ${VERSION}\" \"User commands\"
.SH NAME
sinetti \\- an append\\-only, provable ledger of decisions, contracts and supervision
.SH SYNOPSIS
.B sinetti
[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]
.SH DESCRIPTION
Events are recorded once, in a hash chain that is at the same time a Merkle tree; checkpoints of it are
signed.  Everything else is rebuilt from the events by replay, and can be proved from them.
Output goes to standard output, messages to standard error.
.SH OPTIONS
${options}.SH COMMANDS
${sections}.SH EXIT STATUS
.TP
0
done
.TP
1
looked and found something wrong
.TP
2
wrong usage or input
.TP
3
environment: disk, key, lock
.SH ENVIRONMENT
.TP
.B SINETTI_LEDGER, SINETTI_KEYS, SINETTI_LANG
what \\-\\-ledger, \\-\\-keys and \\-\\-lang say, where they are not given
.TP
.B NO_COLOR
no colours, on a terminal either
.SH FILES
.TP
.I DIR/store
the events: all that has to be kept
.TP
.I DIR/views.sqlite
the views: rebuilt by \\fBsinetti replay\\fR
.TP
.I DIR.keys
the signing key and the vault of sealed values: keep a copy elsewhere, never beside the ledger
")
