# كلمات تطبيق الهاتف.

start-title = سجلك الصحي على هذا الهاتف
start-lead = هو مختوم بمفتاح لا يملكه إلا هذا الهاتف. يعمل بلا شبكة.
start-device = اسم لهذا الهاتف
start-create = إنشاء سجلي
start-busy = يجري إنشاء سجلك. يستغرق ذلك لحظة.

words-title = اكتب هذه الكلمات الأربع والعشرين
words-lead = بدونها وبدون هاتفك لا يستطيع أحد استعادة هذا السجل، ولا نحن.
words-once = تظهر الآن فقط. اكتبها على ورق: الصورة قد تُسرق.
words-number = الكلمة { $number }: { $word }
words-written = كتبتها
words-check-title = اكتب الآن ثلاثًا منها
words-type = الكلمة { $number }
words-wrong = هذه ليست الكلمة { $number }. انظر إلى ورقتك.
words-again = إظهار الكلمات مرة أخرى
words-done = تحقق

unlock-title = سجلك مقفل
unlock-lead = لا يستطيع أحد قراءته قبل أن تفتحه.
unlock-away = أُقفل لأنك كنت بعيدًا.
unlock-open = فتح
unlock-busy = لحظة من فضلك.

record-title = سجلي
record-lock = قفل
record-import = إضافة ملف
record-check-in = الرد على عيادة
record-reading = تجري قراءة سجلك.
record-not-read = تعذرت قراءة هذا. لا يعني ذلك أنه لا يوجد شيء.

section-allergies = الحساسية
section-medications = الأدوية
section-problems = المشكلات
section-immunizations = اللقاحات
section-results = النتائج
section-vitals = العلامات الحيوية
section-procedures = العمليات والعلاجات
section-encounters = الزيارات
section-notes = الملاحظات
section-documents = المستندات
section-care-plan = الخطط والأهداف
section-check-ins = الاستبيانات
section-messages = الرسائل
section-coverage = التأمين
section-profile = عنك
section-sensitive = موضوع جانبًا
section-current = { $count ->
    [zero] { $count } قيد
    [one] قيد واحد ({ $count })
    [two] قيدان ({ $count })
    [few] { $count } قيود
    [many] { $count } قيدًا
   *[other] { $count } قيد
}
section-unreconciled = { $count ->
    [zero] لا اختلاف بين المصادر ({ $count })
    [one] المصادر مختلفة في قيد واحد ({ $count })
    [two] المصادر مختلفة في قيدين ({ $count })
    [few] المصادر مختلفة في { $count } قيود
    [many] المصادر مختلفة في { $count } قيدًا
   *[other] المصادر مختلفة في { $count } قيد
}
section-proposed = { $count ->
    [zero] لا تغيير مقترح ({ $count })
    [one] تغيير مقترح واحد ({ $count })
    [two] تغييران مقترحان ({ $count })
    [few] { $count } تغييرات مقترحة
    [many] { $count } تغييرًا مقترحًا
   *[other] { $count } تغيير مقترح
}
section-nothing = لم يُسجَّل شيء
section-nothing-means = لم يقل أحد شيئًا هنا. لا يعني ذلك أنه لا يوجد شيء.
section-none-known = لا يوجد ما هو معروف، كما قال { $who } في { $date }
section-none-known-you = لا يوجد ما هو معروف، كما قلت في { $date }
section-none-current = لا شيء ساري
section-none-current-means = هناك قيود مسحوبة أو مستبدلة أو مقترحة فقط.
section-past = إظهار المسحوب والمقترح أيضًا
section-more = إظهار المزيد

row-since = منذ { $date }
row-from-to = { $from } إلى { $to }
row-said-by = كما قال { $who }
row-typed-by = كتبه { $who }
row-typed-by-you = كتبته أنت
row-unnamed-source = مصدره لا يذكر اسمًا
row-sources = { $count ->
    [zero] { $count } مصدر
    [one] مصدر واحد ({ $count })
    [two] مصدران ({ $count })
    [few] { $count } مصادر
    [many] { $count } مصدرًا
   *[other] { $count } مصدر
}
row-none-known = لا يوجد ما هو معروف
row-no-information = لا يُعرف عنه شيء، ولا يعني ذلك أنه لا يوجد
row-not-done = لم يُعمل
row-unreadable = أجزاء منه لا يمكن قراءتها.
row-not-here = محتواه لم يصل بعد.
row-untitled = بلا اسم
row-unreconciled = المصادر مختلفة
row-retracted = مسحوب
row-replaced = مستبدل
row-proposed = مقترح، ليس جزءًا من سجلك بعد
row-past = انتهى
row-disputed = هناك من لا يوافق
row-unconfirmed = غير مؤكد
row-refuted = تبيّن أنه خطأ
row-flag-high = أعلى من المعتاد
row-flag-low = أدنى من المعتاد
row-flag-critical = بعيد عن المعتاد
row-flag-unusual = ليس كالمعتاد

item-value = القيمة
item-usual = المعتاد
item-when = متى
item-severity = مدى السوء
item-reaction = رد الفعل
item-dosage = كيف يؤخذ
item-status = الحالة
item-note = ملاحظة
item-sources = من يقول ذلك
item-rivals = ما يناقضه
item-disputes = من لا يوافق
item-confirmations = من يوافق
item-replaced-by = ما حل محله
item-proposals = ما يقترحه آخرون
item-history = التاريخ
item-recorded = { $act }، { $date }، { $who }
item-you = أنت
item-somebody = شخص بلا اسم
item-brought-in = أُضيف في { $date }، بلا توقيع من مصدره
item-typed-in = كُتب في { $date }
item-on-device = على { $device }
item-signed = وقّعه { $issuer }، ولا أحد يضمنه
item-listed = وقّعه { $name }، وهو في قائمة تثق بها
item-link = من { $issuer }، بلا توقيع
item-first = دُوّن
item-act-confirm = أُكّد
item-act-correct = صُحّح
item-act-dispute = اعتُرض عليه
item-act-resolve = سُوّي
item-act-retract = سُحب
item-reason = السبب: { $reason }
item-original = كما كتبه مصدره
item-original-show = إظهار نص المصدر
item-original-hide = إخفاء نص المصدر
item-original-none = نص المصدر ليس هنا، أو ليس نصًا.
item-original-cut = هو أطول. تظهر بدايته فقط.

import-title = إضافة ملف
import-lead = اطلب بياناتك «بصيغة FHIR» من المستشفى أو العيادة. ثم اختر الملف هنا.
import-choose = اختيار ملف
import-checking = يجري فحص الملف
import-keeping = { $count ->
    [zero] حُفظ { $count } جزء
    [one] حُفظ جزء واحد ({ $count })
    [two] حُفظ جزءان ({ $count })
    [few] حُفظت { $count } أجزاء
    [many] حُفظ { $count } جزءًا
   *[other] حُفظ { $count } جزء
}
import-done = الملف في سجلك
import-new = { $count ->
    [zero] { $count } جديد
    [one] { $count } جديد
    [two] { $count } جديدان
    [few] { $count } جديدة
    [many] { $count } جديدًا
   *[other] { $count } جديد
}
import-updated = { $count ->
    [zero] { $count } نسخة أحدث
    [one] نسخة أحدث واحدة ({ $count })
    [two] نسختان أحدث ({ $count })
    [few] { $count } نسخ أحدث
    [many] { $count } نسخة أحدث
   *[other] { $count } نسخة أحدث
}
import-held = { $count ->
    [zero] { $count } موجود من قبل
    [one] { $count } موجود من قبل
    [two] { $count } موجودان من قبل
    [few] { $count } موجودة من قبل
    [many] { $count } موجودًا من قبل
   *[other] { $count } موجود من قبل
}
import-unreadable = { $count ->
    [zero] تعذرت قراءة { $count } جزء. نصه محفوظ.
    [one] تعذرت قراءة جزء واحد ({ $count }). نصه محفوظ.
    [two] تعذرت قراءة جزأين ({ $count }). نصهما محفوظ.
    [few] تعذرت قراءة { $count } أجزاء. نصها محفوظ.
    [many] تعذرت قراءة { $count } جزءًا. نصها محفوظ.
   *[other] تعذرت قراءة { $count } جزء. نصها محفوظ.
}
import-same-person = هو عني
import-other = اختيار ملف آخر

check-in-title = عيادة تسأل
check-in-lead = اختر الطلب الذي أرسلته العيادة إليك. لا يخرج شيء قبل أن تقول ذلك.
check-in-choose = اختيار الطلب
check-in-reading = تجري قراءة الطلب.
check-in-unproven = الطلب لا يثبت من يسأل. لا تعط شيئًا إن لم تعرف من أين جاء.
check-in-purpose = يقولون لماذا: { $purpose }
check-in-needed = العيادة تحتاج هذا. القرار لك مع ذلك.
check-in-give = إعطاء هذا
check-in-has = { $count ->
    [zero] في سجلك { $count } قيد لهذا.
    [one] في سجلك قيد واحد ({ $count }) لهذا.
    [two] في سجلك قيدان ({ $count }) لهذا.
    [few] في سجلك { $count } قيود لهذا.
    [many] في سجلك { $count } قيدًا لهذا.
   *[other] في سجلك { $count } قيد لهذا.
}
check-in-has-nothing = ليس في سجلك شيء لهذا. لا يعني ذلك أنه لا يوجد شيء.
check-in-keep-back = لا تعط: { $name }
check-in-from-record = من سجلك
check-in-measured = من سجلك، { $date }
check-in-suggested = يقترحه النموذج
check-in-units = اكتب الرقم، ثم { $units }.
check-in-several = عدة أجوبة: واحد في كل سطر.
check-in-yes = نعم
check-in-no = لا
check-in-open = مسح الجواب
check-in-summary = تعطي { $given } من { $asked }.
check-in-make = إنشاء جوابي
check-in-faults = بعض الأجوبة لا تناسب أسئلتها. لم يُنشأ جواب.
check-in-faults-next = انظر إلى الأجوبة المعلّمة، أو امسحها.
check-in-made = جوابك جاهز
check-in-made-lead = هو في سجلك أيضًا. أعطه فقط للعيادة التي سألت.
check-in-share = إعطاؤه لتطبيق

common-back = رجوع
common-again = حاول مرة أخرى
common-unchanged = لم يتغير شيء.
common-other-problem = لم ينجح ذلك.
common-other-problem-next = حاول مرة أخرى. إن بقي الأمر كذلك، اقفل السجل وافتحه من جديد.

store-missing = لا يوجد سجل هنا.
store-missing-next = شغّل التطبيق من جديد وأنشئ سجلًا.
store-exists = يوجد سجل هنا من قبل.
store-exists-next = شغّل التطبيق من جديد وافتحه.
store-busy = السجل مفتوح في برنامج آخر.
store-busy-next = أغلق التطبيق تمامًا، ثم افتحه من جديد.
store-wrong-key = مفتاح هذا الهاتف لا يفتح السجل.
store-wrong-key-next = أُنشئ السجل بمفتاح آخر. نسخة احتياطية وكلماتك الأربع والعشرون تعيده.
store-newer = كتب السجل إصدار أحدث من Pocketchart.
store-newer-next = ثبّت أحدث إصدار من التطبيق.
store-rolled-back = السجل على هذا الهاتف أقدم من آخر استعمال له.
store-rolled-back-next = أعاد أحد نسخة قديمة. لم تُفتح، حتى لا يضيع ما هو أحدث.
store-altered = ملف السجل تالف، أو غيّره أحد.
store-altered-next = نسخة احتياطية وكلماتك الأربع والعشرون تعيد السجل.
store-full = لم يبق مكان على هذا الهاتف.
store-full-next = أفسح مكانًا، ثم حاول مرة أخرى.
store-denied = لا يُسمح بقراءة مجلد السجل أو الكتابة فيه.
store-denied-next = أعد تشغيل الهاتف، ثم حاول مرة أخرى.
store-failed = تعذرت قراءة مجلد السجل أو الكتابة فيه.
store-failed-next = أعد تشغيل الهاتف، ثم حاول مرة أخرى.
key-cancelled = لم يُفتح السجل.
key-cancelled-next = افتحه عندما تكون مستعدًا.
key-lost = لم يعد لدى هذا الجهاز مفتاح السجل.
key-lost-next = نسخة احتياطية وكلماتك الأربع والعشرون تعيد السجل.
key-failed = لم يستطع هذا الجهاز إعطاء مفتاح السجل.
key-failed-next = حاول مرة أخرى. إن لم ينفع ذلك، أعد تشغيل الهاتف.
chart-locked = السجل مقفل.
chart-locked-next = افتحه وحاول مرة أخرى.
internal = حدث خطأ داخل Pocketchart. ما حُفظ من قبل سليم.
internal-next = اقفل السجل وافتحه من جديد وحاول مرة أخرى.
read-no-such-entry = لم يعد هذا القيد في سجلك.
read-no-such-entry-next = ارجع وانظر إلى القائمة مرة أخرى.
import-io = تعذرت قراءة الملف.
import-io-next = انظر هل الملف ما زال موجودًا، ثم حاول مرة أخرى.
import-not-json = هذا ليس ملف بيانات صحية يستطيع التطبيق قراءته.
import-not-json-next = اطلب بياناتك «بصيغة FHIR».
import-empty = الملف فارغ.
import-empty-next = انظر هل حُفظ أو أُرسل كاملًا.
import-too-large = الملف أكبر من 256 ميغابايت.
import-too-large-next = اطلبه في عدة ملفات.
import-truncated = الملف مقطوع بعد { $at } بايت.
import-truncated-next = اجلبه مرة أخرى: جزء منه ناقص.
import-nothing-readable = ليس في هذا الملف بيانات صحية نستطيع قراءتها.
import-nothing-readable-next = اطلب بياناتك «بصيغة FHIR».
import-another-person = قد يكون هذا الملف عن شخص آخر: { $names }.
import-another-person-next = إن كان عنك فقل ذلك. وإلا فاختر ملفًا آخر.
import-several-people = هذا الملف عن عدة أشخاص: { $names }.
import-several-people-next = اطلب ملفًا عنك وحدك. إن كانوا كلهم أنت، فقل ذلك.
import-no-key = لا يُسمح لهذا الجهاز بالكتابة في قسم من الملف.
import-no-key-next = أضفه على جهاز يُسمح له.
import-stopped = توقفت الإضافة بعد حفظ { $kept } جزء.
import-stopped-next = أضف الملف مرة أخرى: يُكمل من حيث توقف.
checkin-unknown = يطلب شيئًا لا يعرفه Pocketchart.
checkin-unknown-next = اسأل العيادة عما تحتاجه.
checkin-media = يطلب صيغة لا يكتبها Pocketchart.
checkin-media-next = اسأل العيادة عما تحتاجه.
checkin-form-not-here = النموذج مذكور فقط ولم يأت مع الطلب.
checkin-form-not-here-next = اطلب من العيادة إرساله.
checkin-form-contradicts = النموذج الذي جاء ليس المذكور، لذلك لا يُعرض.
checkin-form-contradicts-next = أخبر العيادة.
checkin-form-unreadable = لا يمكن عرض النموذج كما يجب، لذلك لا يُعرض.
checkin-form-unreadable-next = أخبر العيادة.
checkin-too-large = الطلب أو الجواب كبير جدًا.
checkin-too-large-next = اطلب من العيادة أن تسأل أقل في المرة.
checkin-not-json = هذا ليس طلب عيادة.
checkin-not-json-next = اطلب من العيادة إرساله مرة أخرى.
checkin-not-a-request = هذا ليس طلب عيادة.
checkin-not-a-request-next = اطلب من العيادة إرساله مرة أخرى.
checkin-other-version = هذا الطلب من إصدار لا يعرفه Pocketchart.
checkin-other-version-next = ثبّت أحدث إصدار من التطبيق، أو أخبر العيادة.
checkin-malformed = الطلب أو الجواب غير سليم الشكل.
checkin-malformed-next = لم يُستعمل منه شيء. اطلب من العيادة إرساله مرة أخرى.
checkin-item-twice = الطلب يقول شيئين باسم واحد.
checkin-item-twice-next = لم يُستعمل منه شيء. أخبر العيادة.
checkin-other-profile = الجواب يقول إنه كامل، وينقصه ما طُلب.
checkin-other-profile-next = لم يُعط شيء. أخبر العيادة.
form-missing = العيادة تحتاج جوابًا هنا.
form-missing-next = أجب أو اتركه: القرار لك.
form-several = جواب واحد فقط.
form-several-next = اترك واحدًا.
form-type = هذا ليس نوع الجواب المطلوب.
form-type-next = اكتبه بطريقة أخرى.
form-no-option = ليس من الأجوبة التي يُختار منها.
form-no-option-next = اختر واحدًا منها.
form-too-long = طويل جدًا.
form-too-long-next = قله بكلمات أقل.
form-out-of-range = أدنى أو أعلى مما يسمح به النموذج.
form-out-of-range-next = انظر إلى الرقم مرة أخرى.
form-unit = ليس بوحدة من وحدات النموذج.
form-unit-next = استعمل وحدة من وحدات النموذج.
form-not-asked = هذا السؤال لا يُسأل.
form-not-asked-next = ارجع وافتح الطلب مرة أخرى.
