export { answerThereScreen } from "../screens/answer-there.ts";
export { chooseScreen } from "../screens/choose.ts";
export { messageScreen } from "../screens/message.ts";
export { patientScreen } from "../screens/patient.ts";
export { resultThereScreen } from "../screens/result-there.ts";
export { systemScreen } from "../screens/system.ts";
