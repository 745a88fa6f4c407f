# Words of the emergency page, beside those of strings/card. Not yet checked by a native speaker.
page-title = 急救页面
page-lead = 读取急救卡、急救码、SMART Health Link 或 SMART Health Card。
page-scan = 扫描二维码
page-stop = 关闭相机
page-picture = 选择二维码图片
page-paste = 或粘贴代码文字或链接
page-read = 读取
page-language = 语言
page-private = 您打开的内容只留在此窗口，不会保存。运营此页面的人能够改变它的行为。
page-print = 打印
page-close = 关闭并清除
page-again = 重新获取
page-more = 再显示 { $count } 项
page-code = 代码
page-name-added = 名称由此页面添加。发来的只有代码。
page-save = 保存 { $name }
page-since = 自 { $date } 起
page-reading = 正在读取…
page-fetching = 正在等待 { $host }…
page-point = 请将二维码对准相机。

page-vaccines = 疫苗
page-results = 检查结果
page-procedures = 手术和治疗
page-documents = 文件
page-other = 其他内容

page-inactive = 目前不活动
page-resolved = 已结束
page-refuted = 已证实有误
page-in-error = 录入错误
page-unconfirmed = 未确认
page-stopped = 已停用

page-ask = 打开健康链接
page-ask-label = 发送者称之为：
page-ask-host = 将向 { $host } 请求内容。
page-recipient = 您的姓名或工作单位
page-recipient-why = 患者会看到谁打开了链接。
page-passcode = 访问密码
page-open = 打开
page-attempts =
    { $count ->
        [0] 没有剩余次数。请向本人索取新链接。
       *[other] 还可尝试 { $count } 次。
    }

page-emergency = 打开急救码
page-emergency-told = 此人的设备和联系人会立即得知有人使用此码。此人会看到您的姓名和理由。
page-emergency-wait = 最多十分钟内，此人的设备可以阻止。请不要因等待而延误救助。
page-emergency-opens = 可打开：{ $sections }。
page-emergency-until = 此码有效期至 { $date }。
page-emergency-ended = 此码的有效期已于 { $date } 结束。
page-reason = 您为什么需要
page-reason-why = 例如：发现时昏迷。会为此人记录下来。
page-tell = 通知他们并打开
page-told = 正在通知他们
page-told-left = 您将在以下时间后得到
page-told-stop = 在此之前，此人的设备可能会阻止。请不要因等待而延误救助。
page-told-keep = 请保持此页面打开。如果关闭，需要重新请求并重新等待。

page-profile = 个人信息
page-vitals = 生命体征
page-visits = 就诊
page-notes = 就诊记录
page-care-plan = 护理计划
page-sensitive = 保密条目
page-coverage = 保险
page-check-ins = 问卷
page-messages = 消息

page-copy = 此人的设备留在 { $host } 的副本。此后没有改动，但本页不知道是谁签署的。
page-unshown =
    { $count ->
       *[other] 有 { $count } 个条目无法在此显示。Pocketchart 应用可以显示。
    }
page-author = 由 { $name } 记录
page-from-link = 刚从 { $host } 取得。未签名，无人为其担保。
page-supplied = 由患者提供。自 { $issuer } 签名后内容未被更改，但此页面不知道签名者是谁。
page-listed = 由 { $issuer } 签名，在此页面的名单上。签名后内容未被更改。
page-unchecked = 未核对。没有收到 { $issuer } 的密钥，内容可能被更改。
page-revocation-unchecked = 未核对：是否已被撤回。
page-expired = 已于 { $date } 过期，内容可能已过时。
page-not-yet = { $date } 之前无效。
page-plain = 纯文字，未签名，任何人都可以书写。
page-link-ended = 此链接原定于 { $date } 结束。
page-old = 较旧，内容可能已过时。
page-undated = 未注明日期。
page-can-change = 此文件仍可能更改。
page-no-longer-valid = 发送者称此文件已失效。
page-retracted = 发送者已撤回此文件。请勿依赖它。
page-live-access = 此链接还能打开诊所的系统。此页面不会这样做。
page-part-failed = 有一部分无法显示。

page-altered = 已被更改或损坏
page-altered-next = 不显示任何内容。请重新扫描，或询问本人。
page-newer = 需要更新的阅读器
page-newer-next = 不显示任何内容。请联网重新加载此页面，或使用应用。
page-not-a-code = 此页面无法读取
page-not-a-code-next = 本页读取急救卡、急救码、SMART Health Link 和 SMART Health Card。
page-other-code = 此码用于 Pocketchart 应用
page-other-code-next = 请打开应用并在其中扫描。
page-parts = 这是一张卡的多个码之一
page-parts-next = 此页面只读取单码的卡。请索取链接或文件。
page-rules = 此链接不符合健康链接的规则
page-rules-next = 没有打开。请向本人索取新链接。
page-gone = 此链接已失效
page-gone-next = 它已结束或被撤回。请向本人索取新链接。
page-not-given = { $host } 不提供
page-not-given-next = 已被阻止，或此码已结束或已用完。请寻找急救卡，或致电此人的联系人。
page-unfit = 收到的内容与此码不符
page-unfit-next = 内容被改动过，或不属于此码。不显示其中任何内容。请重试，或使用应用。
page-wrong-passcode = 访问密码不正确
page-wrong-passcode-next = 请向本人询问。
page-too-many = 请求过多
page-too-many-next = 请等待 { $seconds } 秒后再试。
page-no-answer = { $host } 没有回应
page-no-answer-next = 请检查网络后再试。
page-server = { $host } 无法提供
page-server-next = 其回应为 { $status }。请稍后再试。
page-unreadable = 收到的内容无法打开
page-unreadable-next = 它被更改过，或不属于此链接。不显示任何内容。
page-too-large = 内容过大，无法在此显示
page-too-large-next = 请索取较小的摘要。
page-nothing = 其中没有可在此显示的内容
page-nothing-next = 请询问本人其中有什么。
page-unknown-key = 并非由其签发者签名
page-unknown-key-next = { $issuer } 没有这把密钥。不显示任何内容。
page-revoked = 已被签发者撤回
page-revoked-next = 不显示任何内容。
page-no-camera = 无法使用相机
page-no-camera-next = 请在浏览器中允许，或选择图片。
page-no-code = 图片中没有找到二维码
page-no-code-next = 请靠近拍一张更清晰的图片。
page-no-script = 此页面需要 JavaScript。
page-insecure = 此页面未安全加载
page-insecure-next = 请用 https 重新打开。
