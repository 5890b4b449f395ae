"""A dossier put together by hand: two sources, a denial, two entries, a hostile name."""

from enduse.assess import Said
from enduse.dossier import (
    Dossier,
    Hop,
    ListEntry,
    ListRead,
    OwnershipLine,
    PartyPage,
    Proof,
    Record,
    SourceText,
    Tied,
    Told,
)
from enduse.dossier.anchors import record_anchor
from enduse.graph import NetworkPicture, PictureEdge, PictureNode
from enduse.model import (
    Cited,
    Claim,
    Conversion,
    Evidence,
    Explanation,
    Finding,
    Hedge,
    Hit,
    Issue,
    Locator,
    Named,
    Source,
    Statement,
    Voice,
)

TEXT = "Kupol received up to 2,000 kg (4,409 pounds). The ministry, if asked, denied it.\n"
ROW = '46431,"JSC KUPOL",-0- ,"RUSSIA-EO14024"'
ONE = Source("a" * 64, "one.txt", "document", 90, "2024-09-26T00:00:00Z", "Wire", "2024-09-25")
LIST = Source("b" * 64, "sdn.csv", "us_ofac_sdn", 40, "2024-09-26T00:00:00Z", "OFAC", "2026")


def quoted(source: Source, text: str, words: str, part: str = "") -> Evidence:
    start = text.index(words)
    return Evidence(Locator(source.sha256, start, start + len(words), part), words)


RECEIVED = Claim(
    "c1",
    quoted(ONE, TEXT, "Kupol received up to 2,000 kg (4,409 pounds)"),
    Named("Kupol", "Company", "m1"),
    "received",
    value=2000,
    unit="kg",
    bound="at_most",
    attribution=((Voice("Wire", "outlet"), Voice("two officials", "anonymous", False)),),
    attribution_cue="said",
    modality="capability",
    hedge=Hedge("up to", 15, 20),
    conversions=(Conversion(4409, "lb"),),
)
DENIED = Claim(
    "c2",
    quoted(ONE, TEXT, "The ministry, if asked, denied it"),
    Named("<script>alert(1)</script>", "PublicBody", "m2"),
    "denied",
    polarity="denied",
)
NAME = quoted(LIST, ROW, "JSC KUPOL", "record 46431")
HIT = Hit(
    "ofac-46431",
    0.97,
    "JSC KUPOL",
    "Organization",
    ("us_ofac_sdn",),
    Explanation("kupol = kupol", {}),
)


def dossier() -> Dossier:
    denial = Finding(
        "denial-1",
        "denial",
        ("party-2", "party-1"),
        "The ministry denies this.",
        (Cited("c2", DENIED.evidence, "Wire"),),
        (Cited("c1", RECEIVED.evidence, "Wire"),),
    )
    fact = Statement("ofac-46431", "Organization", "name", "JSC KUPOL", "us_ofac_sdn", NAME)
    entry = ListEntry(HIT, "46431", (fact,), (Told("OFAC: RUSSIA-EO14024", NAME),))
    kupol = PartyPage(
        "party-1",
        "Kupol",
        "Company",
        ("Kupol", "IEMZ Kupol"),
        (Said(RECEIVED, ONE, "party-1", None),),
        (denial,),
        (entry,),
        (
            OwnershipLine(
                "US",
                "2026-01-01",
                "Kupol: is listed itself.",
                (NAME,),
                "31 CFR 587.406 [2022-03-01; primary]",
                "blocked",
                "listed",
                notes=("Share unknown: Almaz-Antey.",),
            ),
        ),
    )
    ministry = PartyPage(
        "party-2",
        "<script>alert(1)</script>",
        "PublicBody",
        ("<script>alert(1)</script>",),
        (Said(DENIED, ONE, "party-2", None),),
        (denial,),
    )
    hop = Hop("The plant supplies Kupol", 1, True, False, (Proof(RECEIVED.evidence, "q-c1"),))
    drawn = NetworkPicture(
        (PictureNode("party-1", "Kupol", restricted=("OFAC",)), PictureNode("p", "The plant")),
        (PictureEdge("p", "party-1", "supplies", 1, contested=True, href="#q-c1"),),
    )
    return Dossier(
        question="Who & what?",
        made="2026-01-01 00:00 UTC",
        version="0.1.0",
        parties=(kupol, ministry),
        documents=(SourceText(ONE, TEXT),),
        records=(Record(record_anchor(NAME), LIST, "record 46431", ROW),),
        lists=(ListRead("us_ofac_sdn", "OFAC, 2026", ("sdn.csv",), 1, "0123456789ab"),),
        issues=(Issue(Locator(ONE.sha256, 0, 0, "page 2"), "No text; a scan.", ""),),
        threshold=0.8,
        network=drawn,
        between=(Tied("Two of two shortest ways run through the plant.", (hop,)),),
        shared=(Tied("Kupol and the plant share a <phone>.", proofs=(Proof(NAME, "r-1"),)),),
        sources={ONE.sha256: ONE, LIST.sha256: LIST},
    )
