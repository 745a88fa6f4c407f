export { checkinScreen } from "../screens/checkin.ts";
export { newCheckinScreen } from "../screens/new-checkin.ts";
