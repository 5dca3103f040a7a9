#!/usr/bin/env python3
"""Independent verifier of sinetti ledgers.  It needs Python 3.11 and nothing else, and was written from
the pages in docs/format, not from the program whose output it checks."""
import argparse
import json
import sys

from commands import (FOUND_WRONG, NOT_DECIDED, PROOF_MAX, VERIFIED, Result, read_bytes, run_bundle, run_checkpoint,
                      run_proof)
from formats import Unable, Wrong

EXAMPLES = """\
examples:
  sinetti export -o bundle.ndjson             (whoever keeps the ledger, for you)
  verify.py bundle bundle.ndjson --key ledger.vkey
  verify.py bundle bundle.ndjson --key ledger.vkey --against january.checkpoint
  verify.py proof decision.proof --key 'ledger.example/a+5e1f2a3b+AQ...'
  verify.py proof decision.proof --policy court.policy
  verify.py proof decision.proof --key old.vkey --key-chain ledger.chain
  verify.py proof matter.evidence --key ledger.vkey --authority tsa.pem
  verify.py checkpoint january.checkpoint --key ledger.vkey --json
  verify.py stamps january.checkpoint january.stamps --authority tsa.pem --key ledger.vkey
  verify.py disclosed --commitment HEX --salt HEX --value 'what was disclosed'

exit status:
  0  verified
  1  something is wrong; the first bad position is named
  2  not decided: nothing to check with (no key, nothing signed), file not readable, newer format

Get the verifier key from a source that you trust, not from whoever hands you the files: what checks
only with a key that came along with it proves nothing about who made it.
"""


def beyond(name):
    """A command of more.py, which is loaded when it is called."""
    def call(arguments):
        import more
        return getattr(more, name)(arguments)
    return call


def run(arguments):
    """The command, with the keys and witnesses that it is to believe."""
    arguments.spans = ()  # keys that followed each other
    if arguments.run is run_proof:
        arguments.file = read_bytes(arguments.file, PROOF_MAX)
    # Both may hold how the ledger's keys followed each other.
    chained = arguments.run is run_proof and arguments.file.startswith((b"sinetti.fi/key-chain@v1\n",
                                                                        b"sinetti.fi/evidence-pack@v2\n"))
    if chained or getattr(arguments, "key_chain", None):
        import more
        more.follow_keys(arguments)
    if getattr(arguments, "policy", None):
        import more
        return more.run_with_policy(arguments)
    return arguments.run(arguments)


def parser():
    top = argparse.ArgumentParser(description=__doc__, epilog=EXAMPLES, allow_abbrev=False,
                                  formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name, run, text):
        one = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        one.set_defaults(run=run)
        one.add_argument("--json", action="store_true", help="one JSON object instead of text")
        return one

    def trusting(one, required):
        one.add_argument("--authority", metavar="PEM", required=required,
                         help="certificates that you trust, for time-stamps: of the authority, or right above it")
        one.add_argument("--at", metavar="MOMENT", help="judge as of this moment; default: now")
        one.add_argument("--distrust", metavar="WHAT@TIME", action="append", default=[],
                         help="sha256, rsa, ecdsa, a certificate: not believed from then on; repeatable")

    key_help = "verifier key, or a file that holds it"
    chain_help = "how the ledger's keys followed each other, where --key is an older one"
    policy_help = "who must have cosigned the newest checkpoint: a file of logs, witnesses and a quorum"
    one = command("bundle", run_bundle, "check an export of a whole ledger")
    one.add_argument("file", metavar="FILE", help="what `sinetti export` wrote; - is standard input")
    one.add_argument("--key", metavar="VKEY", help=key_help + "; without it nothing is decided")
    one.add_argument("--policy", metavar="FILE", help=policy_help)
    one.add_argument("--key-chain", metavar="FILE", help=chain_help)
    one.add_argument("--against", metavar="NOTE", action="append", default=[],
                     help="a checkpoint that you kept: shows a cut or rewritten ledger; repeatable")
    one = command("proof", run_proof, "check a proof, a complete answer, a disclosure, a pack or a contradiction")
    one.add_argument("file", metavar="FILE", help="what `sinetti prove`, `disclose` or "
                     "`evidence pack` wrote, or a contradiction")
    trusting(one, False)
    one.add_argument("--key", metavar="VKEY", help=key_help)
    one.add_argument("--policy", metavar="FILE", help=policy_help)
    one.add_argument("--key-chain", metavar="FILE", help=chain_help)
    one = command("checkpoint", run_checkpoint, "check the signature of a checkpoint")
    one.add_argument("file", metavar="FILE", help="what `sinetti checkpoint -o` wrote")
    one.add_argument("--key", metavar="VKEY", help=key_help)
    one.add_argument("--policy", metavar="FILE", help=policy_help)
    one.add_argument("--key-chain", metavar="FILE", help=chain_help)
    one = command("stamps", beyond("run_stamps"), "check the time-stamps of a checkpoint")
    one.add_argument("file", metavar="FILE", help="a checkpoint, or a proof that ends in one")
    one.add_argument("stamps", metavar="STAMPS", help="what `sinetti timestamp show` wrote, or an answer")
    trusting(one, True)
    one.add_argument("--key", metavar="VKEY", help=key_help)
    one = command("disclosed", beyond("run_disclosed"), "check a disclosed value against its commitment")
    one.add_argument("--commitment", metavar="HEX", required=True, help="32 bytes, from the entry")
    one.add_argument("--salt", metavar="HEX", required=True, help="16 bytes, disclosed with the value")
    value = one.add_mutually_exclusive_group(required=True)
    value.add_argument("--value", metavar="TEXT", help="what was disclosed")
    value.add_argument("--value-file", metavar="FILE", help="the same, exactly the bytes of a file")
    return top


def main():
    arguments = parser().parse_args()
    try:
        result = run(arguments)
    except Wrong as wrong:
        places = [f"{kind} {place}" for kind, place in sorted(wrong.where.items())]
        result = Result(FOUND_WRONG, {"wrong": str(wrong), "where": wrong.where},
                        [f"WRONG       {', '.join(places) + ': ' if places else ''}{wrong}"])
    except (Unable, OSError) as error:
        result = Result(NOT_DECIDED, {"undecided": str(error)}, [f"NOT DECIDED: {error}"])
    verdict = ("verified", "wrong", "undecided")[result.status]
    if arguments.json:
        print(json.dumps({"result": verdict} | result.facts, indent=2, default=float))
    else:
        lines = result.lines + (["VERIFIED"] if result.status == VERIFIED else [])
        print("\n".join(line.encode(sys.stdout.encoding or "ascii", "backslashreplace")
                        .decode(sys.stdout.encoding or "ascii") for line in lines))
    return result.status


if __name__ == "__main__":
    sys.exit(main())
