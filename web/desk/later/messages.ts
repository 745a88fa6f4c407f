export { messagesOfScreen } from "../screens/messages-of.ts";
export { messagesScreen } from "../screens/messages.ts";
