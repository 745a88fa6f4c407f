import type { Code } from "./summary.ts";

/** Short names of code systems, for codes that came without words. */
const SYSTEMS: Record<string, string> = {
  "http://snomed.info/sct": "SNOMED CT",
  "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
  "http://loinc.org": "LOINC",
  "http://hl7.org/fhir/sid/icd-10-cm": "ICD-10-CM",
  "http://hl7.org/fhir/sid/icd-10": "ICD-10",
  "http://hl7.org/fhir/sid/cvx": "CVX",
  "http://hl7.org/fhir/sid/ndc": "NDC",
  "http://www.whocc.no/atc": "ATC",
};

/** A name for a code, for people. */
export const codeName = (code: Code): string => `${Object.hasOwn(SYSTEMS, code.system) ? SYSTEMS[code.system] : code.system} ${code.code}`;
