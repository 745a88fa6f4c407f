import { button, element, type Child } from "../../src/view/element.ts";
import { shape } from "../../src/view/shape.ts";
import type { Desk } from "../desk.ts";
import { attempt } from "../view/question.ts";
import type { Checkin } from "./api.ts";

/** The way through the record that the patient opened; nothing where no chart of theirs is open. */
export function recordPart(desk: Desk, { id, record }: Checkin, show: (checkin: Checkin) => void): Child {
  const { words, time } = desk.reader;
  const wrong = element("div", {});
  const send = async (): Promise<void> => show(await desk.api.checkins.send(id));
  const said = (): Child[] => {
    switch (record.way) {
      case "not-allowed":
        return [element("p", {}, shape("none"), " ", words.uiCheckinRecordClosed)];
      case "ready":
        return [element("p", {}, words.uiCheckinRecordReady), wrong, button(words.uiCheckinRecordSend, () => void attempt(desk, wrong, send), "action")];
      case "sent":
        return [element("p", {}, shape("item"), " ", words.uiCheckinRecordSent({ time: time(record.sent * 1000) }))];
      case "arrived":
        return [element("p", {}, shape("good"), " ", words.uiCheckinRecordArrived({ time: time(record.arrived * 1000) }))];
      default:
        return [];
    }
  };
  return record.way === "no-chart" ? undefined : element("section", { class: "add", "data-record": record.way }, element("h2", {}, words.uiCheckinInRecord), ...said());
}
