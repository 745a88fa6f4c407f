# 手机应用的文字。

start-title = 您的健康记录，就在这部手机上
start-lead = 记录用只有这部手机持有的密钥封存。没有网络也能用。
start-device = 给这部手机起个名字
start-create = 建立我的记录
start-busy = 正在建立您的记录，请稍候。

words-title = 请写下这 24 个词
words-lead = 没有这些词，也没有您的手机，谁都无法找回这份记录，我们也不能。
words-once = 它们只在现在显示。请写在纸上：照片可能被盗。
words-number = 第 { $number } 个词：{ $word }
words-written = 我已写下
words-check-title = 现在请输入其中三个
words-type = 第 { $number } 个词
words-wrong = 这不是第 { $number } 个词。请看您的纸。
words-again = 再次显示这些词
words-done = 检查

unlock-title = 您的记录已锁定
unlock-lead = 在您解锁之前，谁都不能读。
unlock-away = 因为您离开了，所以已锁定。
unlock-open = 解锁
unlock-busy = 请稍候。

record-title = 我的记录
record-lock = 锁定
record-import = 导入文件
record-check-in = 回答诊所
record-reading = 正在读取您的记录。
record-not-read = 这部分无法读取。这不表示没有内容。

section-allergies = 过敏
section-medications = 药物
section-problems = 健康问题
section-immunizations = 疫苗
section-results = 检查结果
section-vitals = 生命体征
section-procedures = 手术和治疗
section-encounters = 就诊
section-notes = 笔记
section-documents = 文件
section-care-plan = 计划和目标
section-check-ins = 问卷
section-messages = 消息
section-coverage = 保险
section-profile = 关于您
section-sensitive = 单独存放
section-current = { $count ->
   *[other] { $count } 条
}
section-unreconciled = { $count ->
   *[other] { $count } 条来源不一致
}
section-proposed = { $count ->
   *[other] { $count } 项建议的更改
}
section-nothing = 没有记录
section-nothing-means = 这里没有人说过什么。这不表示没有。
section-none-known = 已知没有，{ $who } 于 { $date } 所说
section-none-known-you = 已知没有，您于 { $date } 所说
section-none-current = 没有当前内容
section-none-current-means = 有已撤回、已替换或仅为建议的条目。
section-past = 同时显示已撤回或建议的条目
section-more = 显示更多

row-since = 自 { $date }
row-from-to = { $from } 至 { $to }
row-said-by = { $who } 所说
row-typed-by = { $who } 所写
row-typed-by-you = 您所写
row-unnamed-source = 来源没有写名字
row-sources = { $count ->
   *[other] { $count } 个来源
}
row-none-known = 已知没有
row-no-information = 情况不明，不表示没有
row-not-done = 未做
row-unreadable = 有些部分无法读取。
row-not-here = 内容还没有到这里。
row-untitled = 没有名称
row-unreconciled = 来源不一致
row-retracted = 已撤回
row-replaced = 已替换
row-proposed = 建议，还不是您记录的一部分
row-past = 已结束
row-disputed = 有人不同意
row-unconfirmed = 未确认
row-refuted = 已发现有误
row-flag-high = 高于通常
row-flag-low = 低于通常
row-flag-critical = 远离通常
row-flag-unusual = 与通常不同

item-value = 数值
item-usual = 通常
item-when = 时间
item-severity = 严重程度
item-reaction = 反应
item-dosage = 用法
item-status = 状态
item-note = 备注
item-sources = 谁说的
item-rivals = 与之矛盾的
item-disputes = 谁不同意
item-confirmations = 谁同意
item-replaced-by = 被什么替换
item-proposals = 别人的建议
item-history = 历史
item-recorded = { $act }，{ $date }，{ $who }
item-you = 您
item-somebody = 没有名字的人
item-brought-in = { $date } 导入，来源没有签名
item-typed-in = { $date } 输入
item-on-device = 在 { $device } 上
item-signed = 由 { $issuer } 签名，没有人为其担保
item-listed = 由 { $name } 签名，在您信任的名单上
item-link = 来自 { $issuer }，没有签名
item-first = 记下
item-act-confirm = 确认
item-act-correct = 更正
item-act-dispute = 提出异议
item-act-resolve = 已解决
item-act-retract = 撤回
item-reason = 原因：{ $reason }
item-original = 来源的原文
item-original-show = 显示来源的原文
item-original-hide = 隐藏来源的原文
item-original-none = 来源的原文不在这里，或不是文字。
item-original-cut = 原文更长，这里只显示开头。

import-title = 导入文件
import-lead = 请向医院或诊所索取“FHIR 格式”的数据，然后在这里选择文件。
import-choose = 选择文件
import-checking = 正在检查文件
import-keeping = { $count ->
   *[other] 已保存 { $count } 部分
}
import-done = 文件已在您的记录中
import-new = { $count ->
   *[other] { $count } 项新的
}
import-updated = { $count ->
   *[other] { $count } 项较新的副本
}
import-held = { $count ->
   *[other] { $count } 项原来已有
}
import-unreadable = { $count ->
   *[other] { $count } 部分无法读取，原文已保存。
}
import-same-person = 这是我的
import-other = 选择其他文件

check-in-title = 诊所提问
check-in-lead = 请选择诊所发给您的请求。您同意之前，什么都不会送出。
check-in-choose = 选择请求
check-in-reading = 正在读取请求。
check-in-unproven = 这个请求不能证明是谁在问。不知道来源时，请什么都不要给。
check-in-purpose = 他们说的原因：{ $purpose }
check-in-needed = 诊所需要这个。仍然由您决定。
check-in-give = 给出这个
check-in-has = { $count ->
   *[other] 您的记录有 { $count } 条。
}
check-in-has-nothing = 您的记录没有这方面内容。这不表示没有。
check-in-keep-back = 不给：{ $name }
check-in-from-record = 来自您的记录
check-in-measured = 来自您的记录，{ $date }
check-in-suggested = 表格建议的
check-in-units = 先写数字，再写 { $units }。
check-in-several = 可有多个回答：每行一个。
check-in-yes = 是
check-in-no = 否
check-in-open = 清除回答
check-in-summary = 您给出 { $asked } 项中的 { $given } 项。
check-in-make = 生成我的回答
check-in-faults = 有些回答与问题不符。没有生成回答。
check-in-faults-next = 请查看标出的回答，或清除它们。
check-in-made = 您的回答已准备好
check-in-made-lead = 它也在您的记录中。请只交给提问的诊所。
check-in-share = 交给其他应用

common-back = 返回
common-again = 再试一次
common-unchanged = 什么都没有改变。
common-other-problem = 没有成功。
common-other-problem-next = 请再试一次。如果还是这样，请锁定记录再解锁。

store-missing = 这里没有记录。
store-missing-next = 请重新启动应用，建立记录。
store-exists = 这里已经有一份记录。
store-exists-next = 请重新启动应用，然后解锁。
store-busy = 记录正在另一个程序中打开。
store-busy-next = 请完全关闭应用，再重新打开。
store-wrong-key = 这部手机的密钥打不开记录。
store-wrong-key-next = 记录是用另一把密钥建立的。备份和您的 24 个词可以找回。
store-newer = 记录是由更新版本的 Pocketchart 写的。
store-newer-next = 请安装应用的最新版本。
store-rolled-back = 这部手机上的记录比上次使用时更旧。
store-rolled-back-next = 有人放回了旧副本。为了不丢失较新的内容，没有打开它。
store-altered = 记录文件已损坏，或被人改动。
store-altered-next = 备份和您的 24 个词可以找回记录。
store-full = 这部手机没有空间了。
store-full-next = 请腾出空间，再试一次。
store-denied = 记录的文件夹不允许读写。
store-denied-next = 请重新启动手机，再试一次。
store-failed = 记录的文件夹无法读写。
store-failed-next = 请重新启动手机，再试一次。
key-cancelled = 记录没有解锁。
key-cancelled-next = 准备好后再解锁。
key-lost = 这台设备不再有记录的密钥。
key-lost-next = 备份和您的 24 个词可以找回记录。
key-failed = 这台设备无法给出记录的密钥。
key-failed-next = 请再试一次。如果没有用，请重新启动手机。
chart-locked = 记录已锁定。
chart-locked-next = 请解锁，再试一次。
internal = Pocketchart 内部出了问题。之前保存的内容是安全的。
internal-next = 请锁定记录，重新解锁，再试一次。
read-no-such-entry = 这个条目已不在您的记录中。
read-no-such-entry-next = 请返回，再看一次列表。
import-io = 文件无法读取。
import-io-next = 请看看文件是否还在，再试一次。
import-not-json = 这不是应用能读取的健康数据文件。
import-not-json-next = 请索取“FHIR 格式”的数据。
import-empty = 文件是空的。
import-empty-next = 请看看它是否已完整保存或发送。
import-too-large = 文件大于 256 MB。
import-too-large-next = 请分成几个文件索取。
import-truncated = 文件在 { $at } 字节后被截断。
import-truncated-next = 请重新获取：缺少一部分。
import-nothing-readable = 这个文件中没有我们能读取的健康数据。
import-nothing-readable-next = 请索取“FHIR 格式”的数据。
import-another-person = 这个文件可能是别人的：{ $names }。
import-another-person-next = 如果是您的，请说明。如果不是，请选择其他文件。
import-several-people = 这个文件是几个人的：{ $names }。
import-several-people-next = 请索取只关于您的文件。如果都是您，请说明。
import-no-key = 这台设备不能写入文件中的某个部分。
import-no-key-next = 请在可以写入的设备上导入。
import-stopped = 导入在保存 { $kept } 部分后停止。
import-stopped-next = 请再次导入这个文件：会从停止处继续。
checkin-unknown = 它要的东西 Pocketchart 不认识。
checkin-unknown-next = 请问诊所需要什么。
checkin-media = 它要的格式 Pocketchart 不能写。
checkin-media-next = 请问诊所需要什么。
checkin-form-not-here = 只写了表格的名称，表格没有一起来。
checkin-form-not-here-next = 请诊所发送表格。
checkin-form-contradicts = 来的表格不是所写的那个，所以不显示。
checkin-form-contradicts-next = 请告诉诊所。
checkin-form-unreadable = 表格无法按原意显示，所以不显示。
checkin-form-unreadable-next = 请告诉诊所。
checkin-too-large = 请求或回答太大。
checkin-too-large-next = 请诊所一次少问一些。
checkin-not-json = 这不是诊所的请求。
checkin-not-json-next = 请诊所再发送一次。
checkin-not-a-request = 这不是诊所的请求。
checkin-not-a-request-next = 请诊所再发送一次。
checkin-other-version = 这个请求的版本 Pocketchart 不认识。
checkin-other-version-next = 请安装应用的最新版本，或告诉诊所。
checkin-malformed = 请求或回答的格式不对。
checkin-malformed-next = 没有使用其中任何内容。请诊所再发送一次。
checkin-item-twice = 请求用一个名称说了两件事。
checkin-item-twice-next = 没有使用其中任何内容。请告诉诊所。
checkin-other-profile = 回答说自己完整，却缺少所问的内容。
checkin-other-profile-next = 没有给出任何内容。请告诉诊所。
form-missing = 诊所在这里需要一个回答。
form-missing-next = 请回答，或者留空：由您决定。
form-several = 只能有一个回答。
form-several-next = 请只留一个。
form-type = 这不是所要的那种回答。
form-type-next = 请换一种写法。
form-no-option = 不是可选的回答。
form-no-option-next = 请从中选择一个。
form-too-long = 太长。
form-too-long-next = 请用更少的字。
form-out-of-range = 低于或高于表格允许的范围。
form-out-of-range-next = 请再看一次数字。
form-unit = 不是表格提供的单位。
form-unit-next = 请使用表格中的单位。
form-not-asked = 没有问这个问题。
form-not-asked-next = 请返回，重新打开请求。
