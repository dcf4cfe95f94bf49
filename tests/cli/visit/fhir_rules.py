"""What HL7 FHIR R4 (4.0.1) asks of the resources that a note is made of, as its pages state it.

  fhir_rules.py BUNDLE.json

Elements that are needed, what kinds a reference may lead to, the words that are allowed, formats of dates and
names, and the rules that are written beside the tables (bdl-9, bdl-10, bdl-11, obs-6, ras-2, que-2, ...).
"""
import json
import re
import sys
from collections import Counter

NEEDED = {
    "Bundle": ["type"], "Composition": ["status", "type", "date", "author", "title"], "Patient": [],
    "Device": [], "Questionnaire": ["status"], "QuestionnaireResponse": ["status"],
    "Observation": ["status", "code"], "RiskAssessment": ["status", "subject"],
    "Flag": ["status", "code", "subject"],
    "MedicationStatement": ["status", "medicationCodeableConcept", "subject"]}
KNOWN = {
    "Composition": "status type subject date author title section", "Patient": "name",
    "Device": "deviceName version", "Questionnaire": "url title status subjectType item",
    "QuestionnaireResponse": "questionnaire status subject authored author source item",
    "Observation": "status category code subject effectiveDateTime performer valueQuantity valueRange "
                   "valueString dataAbsentReason component",
    "RiskAssessment": "status method subject occurrenceDateTime performer prediction",
    "Flag": "status code subject period author",
    "MedicationStatement": "status medicationCodeableConcept subject dateAsserted informationSource"}
STATUS = {
    "Composition": "preliminary final amended entered-in-error",
    "Questionnaire": "draft active retired unknown",
    "QuestionnaireResponse": "in-progress completed amended entered-in-error stopped",
    "Observation": "registered preliminary final amended corrected cancelled entered-in-error unknown",
    "RiskAssessment": "registered preliminary final amended corrected cancelled entered-in-error unknown",
    "Flag": "active inactive entered-in-error",
    "MedicationStatement": "active completed entered-in-error intended stopped on-hold unknown not-taken"}
TO = {"subject": "Patient", "performer": "Patient Device", "source": "Patient",
      "informationSource": "Patient", "author": "Patient Device"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")  # what was said on a day: a dateTime may end there
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
UCUM = {"min", "ms", "mm", "km", "%", "1", "{score}", "{steps}/min"}
CATEGORIES = {"social-history", "vital-signs", "imaging", "laboratory", "procedure", "survey", "exam",
              "therapy", "activity"}
troubles = []


def rule(holds, what):
    if not holds:
        troubles.append(what)


def walk(value, path, kinds):
    """What holds of every part of every resource."""
    rule(value not in ({}, [], "", None), f"{path} is empty")
    if isinstance(value, list):
        for i, item in enumerate(value):
            walk(item, f"{path}[{i}]", kinds)
    if not isinstance(value, dict):
        return
    if "reference" in value:
        name = re.sub(r"\[\d+\]", "", path).split(".")[-1]
        kind = kinds.get(value["reference"])
        rule(kind is not None and kind in TO.get(name, "").split(), f"{path} leads to {kind}")
    if "comparator" in value:
        rule(value["comparator"] in ("<", "<=", ">=", ">"), f"{path}: comparator")
    if value.get("system", "").startswith("http"):
        codes = {"http://unitsofmeasure.org": UCUM,
                 "http://terminology.hl7.org/CodeSystem/observation-category": CATEGORIES}
        rule(value.get("code") in codes.get(value["system"], ()), f"{path}: {value}")
    for name, item in value.items():
        if name in ("date", "authored", "start", "timestamp", "dateAsserted") or name.endswith("DateTime"):
            rule(MOMENT.fullmatch(item) or (name == "dateAsserted" and DAY.fullmatch(item)), f"{path}.{name}: {item}")
        walk(item, f"{path}.{name}", kinds)


def check(resource):
    kind = resource["resourceType"]
    for name in NEEDED[kind]:
        rule(name in resource, f"{kind} has no {name}")
    extra = set(resource) - set(KNOWN[kind].split()) - {"resourceType", "id"}
    rule(not extra, f"{kind} has {extra}")
    rule(kind not in STATUS or resource["status"] in STATUS[kind].split(), f"{kind}: status")
    rule(re.fullmatch(r"[A-Za-z0-9\-.]{1,64}", resource["id"]), f"{kind}: id")
    if kind == "Observation":
        values = [name for name in resource if name.startswith("value")]
        rule(len(values) + ("dataAbsentReason" in resource) == 1, f"obs-6: {values}")
        if "valueRange" in resource:
            low, high = (resource["valueRange"][end]["value"] for end in ("low", "high"))
            rule(low <= high, "rng-2")
    if kind == "RiskAssessment":
        for p in resource["prediction"]:
            low, high = (p["probabilityRange"][end]["value"] for end in ("low", "high"))
            rule(0 <= low <= high <= 100, "ras-2")
    if kind == "Composition":
        for section in resource["section"]:
            rule(section.get("title") and section["text"]["status"] == "generated", "section")
            rule(section["text"]["div"].startswith('<div xmlns="http://www.w3.org/1999/xhtml">')
                 and len(re.sub("<[^>]*>", "", section["text"]["div"])) > 0, "txt-2")


def main(path):
    bundle = json.load(open(path, encoding="utf-8"))
    resources = [entry["resource"] for entry in bundle["entry"]]
    kinds = {entry["fullUrl"]: entry["resource"]["resourceType"] for entry in bundle["entry"]}
    rule(bundle["resourceType"] == "Bundle" and bundle["type"] == "document", "a document")
    rule(bundle["identifier"].get("system") and bundle["identifier"].get("value"), "bdl-9")
    rule("timestamp" in bundle, "bdl-10")
    rule(resources[0]["resourceType"] == "Composition", "bdl-11")
    rule(len(kinds) == len(bundle["entry"]), "bdl-7")
    for entry in bundle["entry"]:
        rule(URN.fullmatch(entry["fullUrl"]) and entry["fullUrl"].endswith(entry["resource"]["id"]), "fullUrl")
        check(entry["resource"])
    walk(bundle, "Bundle", kinds)
    form = next(r for r in resources if r["resourceType"] == "Questionnaire")
    options = {item["linkId"]: {o["valueCoding"]["code"] for o in item["answerOption"]}
               for item in form.get("item", [])}
    rule(len(options) == len(form.get("item", [])), "que-2: linkIds differ")
    for response in (r for r in resources if r["resourceType"] == "QuestionnaireResponse"):
        rule(response["questionnaire"] == form["url"], "it answers the questionnaire")
        order = [item["linkId"] for item in response["item"]]
        rule(order == [name for name in options if name in order], "in the order of the questionnaire")
        for item in response["item"]:
            for answer in item["answer"]:
                rule(answer["valueCoding"]["code"] in options[item["linkId"]], f"{item['linkId']}: no such answer")
    print(dict(sorted(Counter(kinds.values()).items())))
    print("\n".join(troubles) or "no rule is broken")


main(sys.argv[1])
