# Fixed words of the emergency card, in the language of whoever reads it. Not yet checked by a native speaker.
card-title = 急救卡
card-born = 出生日期：{ $date }
card-allergies = 过敏
card-medicines = 用药
card-conditions = 疾病
card-blood-group = 血型
card-implants = 植入物
card-pregnancy = 妊娠
card-languages = 语言
card-directives = 预先指示
card-contacts = 紧急联系人
card-mild = 轻度
card-moderate = 中度
card-severe = 重度
card-high-risk = 高风险
card-disputed = 来源不一致
card-none-known = 据本人所述，无已知
card-nothing = 此处未填写；不表示没有
card-more = 项未列出
card-issued = 签发日期：{ $date }
card-days =
    { $days ->
        [0] 今天
       *[other] { $days } 天前
    }
card-months =
    { $months ->
       *[other] { $months } 个月前
    }
card-review-by = 应在 { $date } 前复核。
card-overdue = 自 { $date } 起已超过复核期：内容可能已过时。
card-future = 签发日期晚于今天：有时钟不准。
card-unknown-key = 由本阅读器不认识的密钥签名。签名后内容未被更改，但任何人都可以制作卡片：请向本人确认。
card-known-patient = 由您认识的患者的设备签名。
card-words-unreviewed = 这些文字尚未经母语者核对。
card-code-app = 用 Pocketchart 应用扫描此码。
card-code-camera = 任何手机的相机都能以文字显示此码。
card-code-honest = 签名只表明此后没有更改。任何人都可以制作卡片：请询问本人。
