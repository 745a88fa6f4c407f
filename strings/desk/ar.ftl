# كلمات صفحات المكتب. لم يراجعها متحدث أصلي.
ui-title = مكتب Pocketchart
ui-language = اللغة
ui-menu = أقسام المكتب
ui-scan = مسح
ui-here = من هنا الآن
ui-receipts = الإيصالات
ui-staff = العاملون
ui-log = السجل
ui-change-password = تغيير كلمة السر
ui-sign-out = خروج
ui-print = اطبع
ui-back = رجوع
ui-try-again = حاول مرة أخرى
ui-more = أظهر المزيد
ui-loading = جارٍ التحميل…
ui-save = احفظ
ui-words-unreviewed = لم يراجع هذه الكلمات متحدث أصلي.
ui-no-script = يحتاج المكتب إلى JavaScript.
ui-role = الدور
ui-role-front-desk = الاستقبال
ui-role-clinician = طاقم العلاج
ui-role-administrator = الإدارة
ui-setup = إنشاء الحساب الأول
ui-setup-lead = يدير الحسابات ويقرأ السجل. لا يرى شيئًا عن أي مريض.
ui-secret = السر
ui-secret-why = أظهره المكتب عند تشغيله: 32 حرفًا ورقمًا.
ui-login = اسم الدخول
ui-name = الاسم الكامل
ui-name-why = يراه الزملاء، ويُكتب في السجل.
ui-password = كلمة السر
ui-password-rule = 12 حرفًا على الأقل. عدة كلمات لا يخمنها أحد خيار جيد.
ui-make-account = أنشئ الحساب
ui-sign-in = دخول
ui-authority = هل يحذّرك المتصفح؟
ui-authority-lead = يصدر هذا المكتب شهادته بنفسه. يثق به المتصفح بعد تثبيت شهادته على هذا الجهاز مرة واحدة. ولا يمكنها أن تشهد إلا لاسم هذا المكتب.
ui-authority-get = احصل على الشهادة
ui-authority-compare = ثبّتها فقط إذا كانت البصمة (SHA-256) التي يعرضها النظام هي التي ظهرت في الطرفية عند بدء المكتب. لا تأخذها من هذه الصفحة: قد يقول مكتب مزيّف ما يشاء.
ui-authority-windows = ويندوز: افتح الملف، «تثبيت الشهادة»، «الجهاز المحلي»، في «المراجع المصدقة الجذرية الموثوق بها».
ui-authority-mac = ماك: افتح الملف في «الوصول إلى سلسلة المفاتيح» ثم اختر «الوثوق دائمًا».
ui-authority-ios = آيفون وآيباد: افتح الملف وثبّت ملف التعريف في الإعدادات، ثم فعّله في عام، حول، إعدادات الثقة بالشهادات.
ui-authority-android = أندرويد: الإعدادات، الأمان، «تثبيت شهادة»، «شهادة CA».
ui-authority-firefox = فايرفوكس: الإعدادات، الخصوصية والأمان، الشهادات، «عرض الشهادات»، «السلطات»، «استيراد».
ui-signed-out-idle = انتهى دخولك لأن أحدًا لم يعمل هنا لبعض الوقت. ما كان معروضًا لم يعد على هذه الشاشة.
ui-signed-out = تم الخروج.
ui-soon = سينتهي دخولك خلال أقل من دقيقة.
ui-stay = ابقَ داخلًا
ui-passkey-sign-in = الدخول بمفتاح مرور
ui-passkey-not-here = لا تعمل مفاتيح المرور إلا إذا فُتحت هذه الصفحة باسم عبر https، أو باسم «localhost» على جهاز المكتب نفسه: يحفظها المتصفح لاسم، وفقط حيث لا يستطيع أحد آخر تغيير الصفحة في الطريق.
ui-passkey-stopped = لم يعطِ جهازك مفتاح مرور.
ui-passkey-stopped-next = حاول مرة أخرى. وإذا تكرر ذلك فاستعمل مفتاحًا آخر أو كلمة سرك.
ui-passkeys = مفاتيح المرور
ui-passkeys-lead = مفتاح المرور في هاتفك أو حاسوبك أو في مفتاح تحمله، ويفتح المكتب بإصبعك أو وجهك أو رقم. لا يستطيع أحد تخمينه، ولا تستطيع صفحة زائفة أخذه منك. أنشئ اثنين، فقد يضيع أحدهما.
ui-passkeys-must = تشترط هذه العيادة مفتاح مرور. أنشئ مفتاحك الآن: لا يظهر شيء آخر قبل ذلك.
ui-passkeys-none = ليس لديك مفتاح مرور بعد.
ui-passkey-made = أُنشئ
ui-passkey-used = آخر استعمال
ui-passkey-unused = لم يُستعمل بعد
ui-passkey-host = يعمل عند
ui-passkey-synced = قد يوجد على أجهزتك الأخرى أيضًا.
ui-passkey-add = إضافة مفتاح مرور
ui-passkey-name = ماذا تسميه
ui-passkey-name-why = مثل «هاتفي»، لتعرفه إذا ضاع.
ui-passkey-password = كلمة سرك
ui-passkey-password-why = تُظهر أنك أنت. إذا تُركت فارغة يُطلب مفتاح مرور لديك.
ui-passkey-added = أُضيف مفتاح المرور. يمكنك الدخول به الآن.
ui-passkey-removed = أُزيل مفتاح المرور. لم يعد يفتح المكتب، ويبقى على جهازك حتى تحذفه هناك.
ui-passkey-remove = إزالة
ui-passkey-remove-title = إزالة مفتاح المرور «{ $name }»؟
ui-passkey-second = يستعمل مفتاح مروره
ui-passkeys-rule = يحتاج الجميع إلى مفتاح مرور
ui-passkeys-rule-why = عندئذ لا تفتح كلمة السر وحدها شيئًا. من ليس لديه مفتاح ينشئ أول مفتاح بعد الدخول بكلمة سر أولى جديدة تعطيها له، ومن دخل من قبل ينشئ مفتاحًا الآن. احرص على أن يكون لاثنين من الإدارة مفتاحان لكل منهما.
ui-passkeys-without = { $count ->
    [one] شخص واحد يجوز له الدخول ليس لديه مفتاح مرور.
    [two] شخصان يجوز لهما الدخول ليس لديهما مفتاح مرور.
   *[other] عدد من يجوز لهم الدخول وليس لديهم مفتاح مرور: { $count }.
}
ui-passkeys-count = { $count ->
    [0] بلا مفتاح مرور
    [one] مفتاح مرور واحد
    [two] مفتاحا مرور
   *[other] مفاتيح المرور: { $count }
}
ui-passkeys-take-back = إزالة كل مفاتيح المرور
ui-passkeys-take-back-why = لمن أضاعها. ينتهي دخوله فورًا، ويحتاج إلى كلمة سر أولى جديدة حيث تُشترط مفاتيح المرور.
ui-passkeys-take-back-title = إزالة كل مفاتيح مرور { $name }؟
ui-passkeys-take-back-yes = إزالتها
ui-passkeys-keep = إبقاؤها
ui-own-password = اختر كلمة سر خاصة بك
ui-own-password-why = اختار شخص آخر كلمة السر الحالية. يجب ألا يعرف أحد كلمتك.
ui-old-password = كلمة السر الحالية
ui-new-password = كلمة السر الجديدة
ui-new-password-again = كلمة السر الجديدة مرة أخرى
ui-passwords-differ = كلمتا السر الجديدتان مختلفتان.
ui-passwords-differ-next = اكتب الاثنتين مرة أخرى. لم يتغير شيء.
ui-scan-title = مسح رمز مريض
ui-scan-lead = يعرض المريض رمزًا. ضعه أمام الماسح، في أي صفحة من المكتب.
ui-code = الرمز
ui-code-why = أو الصقه هنا. يبدأ بـ “pocketchart:/”.
ui-open = افتح
ui-camera = استعمل الكاميرا
ui-camera-stop = أوقف الكاميرا
ui-camera-point = ضع الرمز أمام الكاميرا.
ui-calling = جارٍ سؤال هاتف المريض…
ui-calling-lead = أو الخادم الذي ينوب عنه.
ui-compare = هل تعرض شاشة المريض الأرقام الستة نفسها؟
ui-compare-same = نفسها: يوافق المريض على هاتفه. يُفتح الملف هنا وحده.
ui-compare-differ = ليست نفسها: يرفض المريض. قد يكون أحد يتنصت على هذه الشبكة.
ui-leave = لا تنتظر
ui-leave-why = إن وافق المريض لاحقًا، يظهر الملف تحت “من هنا الآن”.
ui-later = يجري إبلاغهم الآن
ui-later-left = يسأل المكتب مرة أخرى بعد
ui-later-lead = هذا رمز طوارئ: تُبلَّغ أجهزة الشخص وجهات اتصاله، ويمكنهم إيقافه. لا تنتظر لتقديم المساعدة.
ui-later-keep = أبقِ هذه الصفحة مفتوحة. وإلا فامسح الرمز مرة أخرى بعد انتهاء الوقت.
ui-not-opened-title = لم يُفتح شيء
ui-passcode = رمز المرور
ui-passcode-why = اختاره المريض، ويخبرك به.
ui-reason = لماذا تحتاج إليه
ui-second-name = اسم الشخص الثاني
ui-second-password = كلمة سره
ui-second-why = هو حاضر ويقول إنها حالة طارئة. يُكتب ذلك في السجل.
ui-reason-why = مثلًا: وُجد فاقد الوعي. يُسجَّل ذلك للشخص.
ui-ask-again = اسأل مرة أخرى
ui-scan-another = امسح رمزًا
ui-here-none = لا أحد هنا.
ui-here-none-next = عندما يفتح مريض ملفه، يظهر هنا حتى ينتهي وقت المريض.
ui-here-visits = زيارات جارية
ui-news-show = اعرض
ui-news-some = ربما تغيّر شيء.
ui-news-opened = فتح مريض ملفًا.
ui-news-ended = انتهى ملف.
ui-news-answered = وصلت إجابة عن تسجيل مسبق.
ui-news-message = كتب مريض.
ui-news-returned = وصلت زيارة إلى مريضها.
ui-news-not-returned = تعذّرت إعادة زيارة في الوقت المحدد.
ui-news-sent = لدى نظام العيادة ما أُرسل إليه.
ui-news-held = شيء في الصادر ينتظر قرارًا.
ui-unnamed = لم يُفتح الاسم
ui-born = تاريخ الميلاد: { $date }
ui-opened-until = مفتوح لـ { $clinic } حتى { $time }
ui-key = مفتاح المريض: { $words }
ui-sections = الأقسام
ui-overview = نظرة عامة
ui-not-for-you = فتح المريض أيضًا لطاقم العلاج: { $sections }.
ui-opened-since = مفتوح منذ { $time }
ui-nothing-recorded = لم يُسجَّل شيء: لم يقل أحد إن كان هناك شيء.
ui-not-opened = لم يفتحه المريض للقراءة. اسأل: قد يكون هناك شيء.
ui-copy = نسخة كما كانت عندما فتحها المريض.
ui-count =
    { $count ->
        [0] لا شيء
        [one] مدخل واحد
        [two] مدخلان
        [few] { $count } مدخلات
        [many] { $count } مدخلًا
       *[other] { $count } مدخل
    }
ui-disagree =
    { $count ->
        [one] واحد لا تتفق المصادر عليه
        [two] اثنان لا تتفق المصادر عليهما
       *[other] { $count } لا تتفق المصادر عليها
    }
ui-past = أظهر أيضًا ما سُحب وما هو مقترح فقط
ui-close = أغلق الملف
ui-close-title = هل تغلق هذا الملف؟
ui-close-lead = يُحذف هنا ما شُورك، مع مفاتيحه. يبقى الإيصال، ويُخبَر هاتف المريض عندما يجيب. لفتحه من جديد يعرض المريض رمزًا جديدًا.
ui-close-yes = أغلق واحذف
ui-close-no = اتركه مفتوحًا
ui-closed = أُغلق الملف. حُذف ما شُورك، مع مفاتيحه.
ui-section-profile = عن الشخص
ui-section-medications = الأدوية
ui-section-problems = الأمراض
ui-section-immunizations = اللقاحات
ui-section-results = النتائج
ui-section-vitals = العلامات الحيوية
ui-section-procedures = العمليات والعلاجات
ui-section-encounters = الزيارات
ui-section-notes = ملاحظات الزيارات
ui-section-documents = الوثائق
ui-section-care-plan = خطة الرعاية
ui-section-sensitive = مدخلات سرية
ui-section-coverage = التأمين
ui-section-check-ins = الاستبيانات
ui-section-messages = الرسائل
ui-untitled = بلا اسم
ui-partly-read = لم يُقرأ إلا جزء منه. اطلب من المريض أن يعرضه.
ui-retracted = سُحب
ui-replaced = استُبدل
ui-proposed = مقترح، لم يؤكده المريض
ui-over = انتهى
ui-disputed = موضع خلاف
ui-low-risk = خطر منخفض
ui-risk-unknown = الخطر غير معروف
ui-unconfirmed = غير مؤكد
ui-confirmed = مؤكد
ui-refuted = ثبت أنه خطأ
ui-in-error = أُدخل بالخطأ
ui-no-information = لا معلومات
ui-not-done = لم يُجرَ
ui-since = منذ { $date }
ui-from-to = من { $from } إلى { $to }
ui-said-patient = يقوله المريض
ui-said-clinic = تقوله هذه العيادة
ui-said-by = يقوله { $name }
ui-said-unnamed = يقوله من لم يسمّه المريض
ui-recorded = كُتب في { $date }
ui-named = يذكر { $name }
ui-reaction = ردّ الفعل
ui-dosage = طريقة الاستعمال
ui-usual = المعتاد
ui-usual-range = من { $low } إلى { $high }
ui-usual-from = من { $low }
ui-usual-to = حتى { $high }
ui-flag = علامة المصدر
ui-kind = النوع
ui-status = الحالة
ui-sure = مدى التأكد
ui-remark = ملاحظة
ui-code-of = الرمز
ui-code-name = يعني هذا الرمز:
ui-code-name-take = اكتب هذا الاسم
ui-who = من يقول ذلك
ui-others = يقول آخرون
ui-visits = الزيارات
ui-visits-of = زيارات هذا المريض
ui-visits-lead = كل ما كتبته هذه العيادة، من الملفات المنتهية أيضًا. ما هو في طريقه إلى المريض يأتي أولًا.
ui-visits-none = لم تُكتب أي زيارة بعد.
ui-visit-one = زيارة
ui-visit-begin = بدء زيارة
ui-visit-untitled = بلا عنوان
ui-visit-draft = مسودة غير موقّعة
ui-visit-signing = موقّعة، وتُكتب الآن في الملف
ui-visit-signing-next = يتابعها المكتب من تلقاء نفسه.
ui-visit-waiting = موقّعة، ولم تصل إلى جهاز المريض بعد
ui-visit-waiting-next = هي هنا في الملف. يتصل المكتب بجهاز المريض كل نصف دقيقة، أو يتركها في الخادم الوسيط. إن لم يأت جواب خلال 7 أيام تحتفظ العيادة بنسختها ويُقال لك ذلك هنا.
ui-visit-returned = هي في جهاز المريض منذ { $time }
ui-visit-returned-next = يراها المريض في سجله الخاص باسم عيادتك.
ui-visit-not-returned = لم تُعَد: ليست في جهاز المريض
ui-visit-not-returned-next = اطبعها وأعطها للمريض على الورق. تحتفظ العيادة بنسختها.
ui-visit-write = اكتبها في نظام العيادة
ui-visit-try-now = حاول الآن
ui-visit-saved = حفظها { $name } في { $time }
ui-visit-unsaved = لم تُحفظ بعد
ui-visit-signed = وقّعها { $name }، { $clinic }، في { $time }
ui-visit-ended = لم يعد الملف مفتوحًا: لا يُعرض شيء مما شاركه المريض.
ui-visit-draft-ended = لم يعد ملف المريض مفتوحًا، فلا يمكن تغيير هذه المسودة أو توقيعها. للمتابعة امسح رمزًا جديدًا من المريض وابدأ زيارة هناك.
ui-visit-lead = تُحفظ المسودة من تلقاء نفسها وأنت تكتب. يستطيع آخرون في هذه العيادة قراءتها والكتابة فيها. يحصل عليها المريض عند توقيعها.
ui-visit-title = العنوان
ui-visit-note = الملاحظة
ui-visit-plan = الخطة
ui-visit-nothing = لا شيء
ui-visit-none = –
ui-visit-take-out = إزالة
ui-visit-date-form = ⁦2026⁩ أو ⁦2026-11⁩ أو ⁦2026-11-27⁩
ui-visit-when = متى
ui-visit-when-left = مثل ⁦2026-11-27⁩. إن تُرك فارغًا: عند التوقيع.
ui-visit-system = الرمز من
ui-visit-diagnoses = التشخيصات
ui-visit-diagnosis = تشخيص
ui-visit-add-diagnosis = إضافة تشخيص
ui-visit-since = منذ
ui-visit-until = انتهى منذ
ui-visit-suspected = مشتبه به، غير مؤكد
ui-visit-medicine = دواء
ui-visit-add-medicine = إضافة دواء
ui-visit-change = ما يُفعل به
ui-visit-start = بدء
ui-visit-changed = يؤخذ بطريقة أخرى
ui-visit-stop = إيقاف
ui-visit-medicine-name = الاسم والتركيز
ui-visit-medicine-when = من، أو أُوقف في
ui-visit-purpose = الغرض منه
ui-visit-result = نتيجة
ui-visit-add-result = إضافة نتيجة
ui-visit-vital = قياس
ui-visit-add-vital = قياس آخر
ui-visit-weight = الوزن
ui-visit-height = الطول
ui-visit-temperature = الحرارة
ui-visit-heart-rate = معدل ضربات القلب
ui-visit-respiratory-rate = معدل التنفس
ui-visit-oxygen = تشبع الأكسجين
ui-visit-measured = ما قيس
ui-visit-number = الرقم
ui-visit-number-form = بنقطة، مثل 7.1
ui-visit-unit = الوحدة
ui-visit-ucum = الوحدة في UCUM
ui-visit-words-of = أو بالكلمات
ui-visit-words-hint = حين لا يكون رقمًا
ui-visit-low = المعتاد من
ui-visit-high = المعتاد إلى
ui-visit-flag = علامة
ui-visit-pressures = قياسات ضغط الدم
ui-visit-pressure = ضغط الدم بوحدة mmHg
ui-visit-add-pressure = إضافة ضغط الدم
ui-visit-systolic = الانقباضي
ui-visit-diastolic = الانبساطي
ui-visit-vaccine = لقاح
ui-visit-add-vaccine = إضافة لقاح أُعطي
ui-visit-dose = جرعته في السلسلة
ui-visit-lot = الرقم على العبوة
ui-visit-referrals = الإحالات
ui-visit-referral = إحالة
ui-visit-add-referral = إضافة إحالة
ui-visit-to = إلى من
ui-visit-referral-text = لماذا، وما المطلوب
ui-visit-encounter = كيف جرت الزيارة
ui-visit-encounter-one = هذه الزيارة
ui-visit-add-encounter = اذكر كيف جرت
ui-visit-class = كيف
ui-visit-class-in-person = حضوريًا
ui-visit-class-home = في منزل المريض
ui-visit-class-virtual = بالهاتف أو الفيديو
ui-visit-class-emergency = في حالة طارئة
ui-visit-begin-at = بدأت
ui-visit-begin-left = إن تُركا فارغين: يوم التوقيع.
ui-visit-end-at = انتهت
ui-visit-reason-of = السبب
ui-visit-reason-of-why = إن كان بكلمات تشخيص، فله رمزه أيضًا.
ui-visit-files = الملفات
ui-visit-file-add = إضافة ملف
ui-visit-file-kinds = ⁦PDF⁩ أو ⁦JPEG⁩ أو ⁦PNG⁩، ⁦8 MB⁩ معًا. يحصل عليه المريض مع الزيارة.
ui-visit-file-adding = تجري إضافة الملف…
ui-visit-file-added = أُضيف: { $name }
ui-visit-file-out = إزالة { $name }
ui-visit-file-gone = أُزيل: { $name }
ui-visit-differs = حفظ { $name } هذه الزيارة أيضًا
ui-visit-differs-lead = لم يُستبدل شيء مما كتبه، وما كتبته أنت لم يُحفظ بعد. اختر لكل جزء ما يبقى، ثم احفظ.
ui-visit-mine = ما كتبته أنت
ui-visit-theirs = من { $name }
ui-visit-both = كلاهما، واحدًا بعد الآخر
ui-visit-only-you = أنت وحدك غيّرت هذا.
ui-visit-only-they = غيّر { $name } هذا وحده.
ui-visit-both-changed = غيّرتما هذا كلاكما.
ui-visit-differs-save = حفظ ما اختير
ui-visit-came-back = آخر ما كتبته لم يُحفظ، لذلك عادت هذه الصفحة. انسخ ما تحتاج إليه قبل أن تغادرها.
ui-visit-lose = المغادرة دون حفظ
ui-visit-check = تحقق ثم وقّع
ui-visit-review = هل توقّع هذه الزيارة؟
ui-visit-found = ما وُجد بشأن الأدوية
ui-visit-found-words = كلمات القاعدة هي التي يقرؤها المريض.
ui-visit-found-nothing = لم تجد القواعد شيئًا. لا يعني ذلك أنه لا يوجد شيء: فهي لا تعرف إلا بعض الأدوية.
ui-visit-no-medicine = لا يُبدأ دواء ولا يُغيَّر في هذه الزيارة، فلم يُفحص شيء.
ui-visit-not-checked = ما لم تستطع القواعد النظر فيه:
ui-visit-no-device = معلومات لمن يقرر، وليست جهازًا طبيًا.
ui-visit-contraindicated = لا يجوز
ui-visit-avoid = يُتجنب
ui-visit-precaution = بحذر
ui-visit-remark-only = للعلم
ui-visit-uncertain = لا يُعرف كل ما تسأل عنه هذه القاعدة.
ui-visit-source = المصدر
ui-visit-licence = (الشروط: { $licence })
ui-visit-own-words = حقائق بكلماتنا نحن
ui-visit-unreviewed = لم يراجع هذه القاعدة طبيب بعد.
ui-visit-reason = لماذا توقَّع رغم ذلك
ui-visit-reason-why = يبقى في نسخة العيادة مع اسمك.
ui-visit-where = أين ستكون في سجل المريض
ui-visit-closed = لا يسمح المريض للعيادة بالكتابة هنا
ui-visit-closed-in = لا يسمح المريض للعيادة بالكتابة في: { $sections }. لا يمكن توقيع هذه الزيارة كما هي.
ui-visit-no-section = لا مكان: ليس فيها شيء يمكن كتابته.
ui-visit-all = ما فيها
ui-visit-sign-lead = أنت مسؤول عنها باسمك. تدخل سجل المريض، ولا يستطيع أحد تغييرها بعد ذلك. ما ينقص يكون زيارة جديدة.
ui-visit-sign = توقيع وإعادتها إلى المريض
ui-visit-go-on = متابعة الكتابة
ui-visit-reasons = لماذا وُقّعت رغم ذلك
ui-visit-discard = حذف المسودة
ui-visit-discard-title = هل تحذف هذه المسودة؟
ui-visit-discard-lead = يُحذف هنا كل ما كُتب فيها، للجميع. لم يصل شيء منها إلى المريض.
ui-visit-discard-yes = حذفها
ui-visit-keep = إبقاؤها
ui-messages = الرسائل
ui-messages-lead = ما يكتبه المرضى وتكتبونه بعضكم لبعض، قبل الزيارة وبعدها.
ui-messages-none = لم يكتب أحد شيئًا بعد.
ui-messages-new = رسائل لم يقرأها أحد
ui-messages-open = مع من هو هنا
ui-messages-ended = ملفات انتهت
ui-messages-kept = ما كتبته العيادة يبقى. وما كتبه المريض يُحذف مع ملفه.
ui-messages-unread =
    { $count ->
        [one] رسالة واحدة لم يقرأها أحد
        [two] رسالتان لم يقرأهما أحد
        [few] { $count } رسائل لم يقرأها أحد
        [many] { $count } رسالة لم يقرأها أحد
       *[other] { $count } رسالة لم يقرأها أحد
    }
ui-messages-latest = آخرها في { $time }
ui-messages-chart-ended = انتهى هذا الملف. حُذف ما كتبه المريض؛ وهنا ما كتبته العيادة.
ui-messages-none-here = لا توجد رسائل هنا.
ui-messages-no-record = هذا الملف نسخة، ولا يمكن فيها الكتابة إلى المريض. اطلبوا رمزًا يفتح الرسائل.
ui-messages-not-allowed = لم يفتح المريض الرسائل لتكتبوا فيها وتقرؤوا ما يأتي لاحقًا. اطلبوا رمزًا يفتحها.
ui-messages-write = الكتابة إلى المريض
ui-messages-new-one = رسالة جديدة
ui-messages-look = انظر هل كتب المريض
ui-messages-thread = بدأت في { $time }
ui-messages-answer = الرد
ui-messages-send = إرسال
ui-messages-text = الرسالة
ui-messages-text-why = كلمات بسيطة، 5000 حرف على الأكثر. تصل إلى المريض موقَّعة من العيادة وباسمك، ولا يمكن سحبها.
ui-messages-give-up = عدم الإرسال
ui-messages-sent = أُرسلت. تصل إلى جهاز المريض حالما يمكن الوصول إليه.
ui-messages-have-read = قرأت هذا
ui-messages-patient = المريض
ui-messages-acts = { $name }، نيابة عن المريض
ui-messages-not-read = لم يقرأها أحد بعد
ui-messages-under-way = في الطريق: لم يقل جهاز المريض بعد إنها وصلت
ui-messages-arrived = هي لدى جهاز المريض منذ { $time }
ui-messages-leave-title = المغادرة دون إرسال؟
ui-messages-leave-lead = ما كتبته لم يُرسل، ولا يُحفظ في أي مكان.
ui-messages-stay = متابعة الكتابة
ui-messages-leave = المغادرة
ui-checkins = التسجيلات المسبقة
ui-checkin-one = تسجيل مسبق
ui-checkins-lead = ما يُسأل عنه المرضى قبل زيارة أو مكالمة، وما أجابوا به.
ui-checkins-none = لم يُسأل أحد عن شيء بعد.
ui-checkins-answered = وصل الرد ولم يُقرأ بعد
ui-checkins-waiting = بانتظار الرد
ui-checkins-over = بلا رد في الوقت المحدد
ui-checkins-read = قُرئت
ui-checkins-kept = تبقى الردود حتى يحذفها أحد طاقم العلاج. وما لم يرد عليه أحد يُحذف بعد 30 يومًا من انتهاء وقته.
ui-checkin-waiting = بانتظار الرد حتى { $time }
ui-checkin-over = لم يرد أحد حتى { $time }
ui-checkin-answered = وصل الرد في { $time } ولم يُقرأ بعد
ui-checkin-read = قرأه { $name } في { $time }
ui-checkin-made = أنشأه { $name } في { $time }
ui-checkin-new = اسأل قبل الزيارة
ui-checkin-new-lead = يرى المريض كل ذلك، ويقرر في كل أمر، ولا يرسل شيئًا لم يره.
ui-checkin-whose = من يُسأل
ui-checkin-somebody = شخص ملفه غير مفتوح
ui-checkin-whom = من هو، بكلماتك
ui-checkin-whom-why = مثلًا: ماريا أوكافور، الاثنين الساعة التاسعة. يبقى في المكتب ولا يصل إلى المريض.
ui-checkin-purpose = الغرض
ui-checkin-purpose-why = يقرؤه المريض. مثلًا: زيارتك بالفيديو يوم الاثنين. لا من يسأل، ولا عنوان.
ui-checkin-records = بيانات من سجل المريض
ui-checkin-records-why = اطلب ما تحتاج إليه الزيارة فقط. يقرأ المريض هذه الكلمات.
ui-checkin-allergies = حساسياتك
ui-checkin-medicines = أدويتك
ui-checkin-problems = أمراضك
ui-checkin-vaccines = لقاحاتك
ui-checkin-results = نتائج فحوصك وقياساتك
ui-checkin-procedures = عملياتك وعلاجاتك
ui-checkin-family = أمراض في عائلتك
ui-checkin-insurance = تأمينك
ui-checkin-needed = تحتاج إليه الزيارة
ui-checkin-forms = أسئلة
ui-checkin-forms-why = هذه الاستمارات بالإنجليزية، ولم يراجعها أي طبيب.
ui-checkin-questions = انظر أسئلتها
ui-checkin-own = الصق استمارة خاصة بك
ui-checkin-own-json = الاستمارة
ui-checkin-own-why = ⁦FHIR R4 Questionnaire⁩ بصيغة JSON. تصل إلى المريض دون تغيير. إن تُركت فارغة فلا شيء.
ui-checkin-own-title = أسئلة أخرى
ui-checkin-only-then = يُسأل بعد إجابات معينة فقط
ui-checkin-yes-no = نعم أو لا
ui-checkin-number = رقم
ui-checkin-quantity = رقم مع وحدته
ui-checkin-date = تاريخ
ui-checkin-date-time = تاريخ ووقت
ui-checkin-time = وقت
ui-checkin-words = بالكلمات
ui-checkin-choice = واحد من هذه
ui-checkin-open-choice = واحد من هذه، أو بالكلمات
ui-checkin-hours = كم من الوقت يُقبل الرد
ui-checkin-hours-why = بعد ذلك لا يستطيع أحد الرد.
ui-checkin-for-hours =
    { $count ->
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
ui-checkin-for-days =
    { $count ->
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
ui-checkin-call = عنوان مكالمة الفيديو
ui-checkin-call-why = انسخه من برنامج مكالمات الفيديو. يصل إلى من رد عبر الرابط.
ui-checkin-make = أنشئ التسجيل المسبق
ui-checkin-give = أعطه للمريض
ui-checkin-alone = يعمل هذا العنوان على هذا الجهاز وحده. للمرضى: افتح المكتب باسم يصلون إليه، أو أعطهم الملف.
ui-checkin-code = رمز QR للرابط
ui-checkin-link = الرابط
ui-checkin-copy = انسخ الرابط
ui-checkin-copied = نُسخ الرابط.
ui-checkin-selected = لا ينسخ هذا المتصفح بنفسه. الرابط محدد: انسخه بالمفتاحين ⁦Ctrl⁩ و ⁦C⁩.
ui-checkin-file = احفظه كملف
ui-checkin-tell = ما تقوله للمريض
ui-checkin-tell-open = افتحه في سجلك الصحي. خلف الرابط الملف نفسه.
ui-checkin-tell-choose = ترى كل ما يُسأل عنه وما ستعطيه. ولك أن تترك ما تشاء.
ui-checkin-tell-back = إن لم يرسل برنامجك الرد بنفسه فأرسل إلينا الملف الذي يكتبه.
ui-checkin-tell-us = لا شيء فيه يثبت من يسأل: صدّقه لأننا نعطيك إياه بأنفسنا.
ui-checkin-whoever = من لديه الرابط يستطيع الرد مرة واحدة. أعطه للمريض وحده.
ui-checkin-in-record = عبر سجل المريض نفسه
ui-checkin-record-ready = فتحه المريض لكي تسألوا فيه. يصل إليه موقَّعًا، حتى حين يكون جهازه مطفأً.
ui-checkin-record-send = إرساله إلى المريض
ui-checkin-record-sent = أُرسل في { $time }. لم يقل جهاز المريض بعد إنه وصل.
ui-checkin-record-arrived = هو لدى جهاز المريض منذ { $time }.
ui-checkin-record-closed = لم يفتح المريض التسجيلات المسبقة لتكتبوا فيها وتقرؤوا ما يأتي لاحقًا. أعطوه الرابط أو الرمز أو الملف.
ui-checkin-look = انظر هل وصل الرد
ui-checkin-bring = أرسل المريض ملفًا
ui-checkin-answer-file = رد المريض
ui-checkin-bring-why = الملف الذي كتبه برنامج المريض، دون تغيير.
ui-checkin-bring-in = أدخله
ui-checkin-asked = ما يُسأل عنه
ui-checkin-open-call = افتح المكالمة
ui-checkin-delete = احذف
ui-checkin-delete-title = هل تحذف هذا التسجيل المسبق؟
ui-checkin-delete-lead = يتوقف الرابط عن العمل، ولا يستطيع أحد الرد.
ui-checkin-delete-answer = يُحذف هنا أيضًا ما أجاب به المريض، ولا يمكن استعادته.
ui-checkin-delete-yes = احذفه
ui-checkin-keep = أبقه
ui-checkin-answer = ما أجاب به المريض
ui-checkin-by-link = وصل عبر الرابط، وكان بإمكان من لديه الرابط أن يرد. قارنه بمن هو في المكالمة.
ui-checkin-signed = جاء عبر سجل المريض نفسه، موقَّعًا من أحد أجهزته.
ui-checkin-signed-for = جاء عبر سجل المريض نفسه، موقَّعًا ممن يسمح له المريض بأن يتصرف عنه.
ui-checkin-brought = أدخله { $name }
ui-checkin-unverified = هذا ما يقوله شخص. لم يُتحقق من شيء منه.
ui-checkin-fulfilled = أُعطي
ui-checkin-partial = أُعطي بعضه: قد يكون هناك المزيد
ui-checkin-unavailable = لا شيء منه في السجل. هذا لا يعني أنه لا يوجد شيء: اسأل
ui-checkin-declined = لا يعطيه المريض. هذا لا يعني أنه لا يوجد شيء
ui-checkin-unsupported = لا يستطيع برنامج المريض الرد عليه: اسأل
ui-checkin-failed = أخفق برنامج المريض: اسأل
ui-checkin-missing = يُقال إنه أُعطي، ولا شيء هنا. اسأل.
ui-checkin-message = يقول برنامج المريض:
ui-checkin-not-for-you =
    { $count ->
        [one] مدخل واحد يراه طاقم العلاج
        [two] مدخلان يراهما طاقم العلاج
        [few] { $count } مدخلات يراها طاقم العلاج
        [many] { $count } مدخلًا يراها طاقم العلاج
       *[other] { $count } مدخل يراها طاقم العلاج
    }
ui-checkin-more =
    { $count ->
        [one] واحد آخر لا يُعرض. وهو في الرد الكامل.
        [two] اثنان آخران لا يُعرضان. وهما في الرد الكامل.
        [few] { $count } أخرى لا تُعرض. وهي في الرد الكامل.
        [many] { $count } أخرى لا تُعرض. وهي في الرد الكامل.
       *[other] { $count } أخرى لا تُعرض. وهي في الرد الكامل.
    }
ui-checkin-cards =
    { $count ->
        [one] بطاقة صحية واحدة لم يتحقق منها أحد
        [two] بطاقتان صحيتان لم يتحقق منهما أحد
        [few] { $count } بطاقات صحية لم يتحقق منها أحد
        [many] { $count } بطاقة صحية لم يتحقق منها أحد
       *[other] { $count } بطاقة صحية لم يتحقق منها أحد
    }
ui-checkin-unreadable =
    { $count ->
        [one] جزء واحد تعذرت قراءته. وهو في الرد الكامل.
        [two] جزآن تعذرت قراءتهما. وهما في الرد الكامل.
        [few] { $count } أجزاء تعذرت قراءتها. وهي في الرد الكامل.
        [many] { $count } جزءًا تعذرت قراءتها. وهي في الرد الكامل.
       *[other] { $count } جزء تعذرت قراءتها. وهي في الرد الكامل.
    }
ui-checkin-unfinished = غير مكتملة: تنقص إجابة لازمة.
ui-checkin-authored = مُلئت في { $date }
ui-checkin-said-by = أجاب { $name } وليس المريض
ui-checkin-no-answer = بلا إجابة
ui-checkin-fault-missing = تلزم إجابة هنا، ولا توجد.
ui-checkin-fault-several = أكثر من إجابة، والمطلوب واحدة فقط.
ui-checkin-fault-type = ليست من نوع الإجابة المطلوب.
ui-checkin-fault-no-option = ليست من الإجابات المتاحة للاختيار.
ui-checkin-fault-too-long = أطول مما تسمح به الاستمارة.
ui-checkin-fault-out-of-range = أقل أو أكثر مما تسمح به الاستمارة.
ui-checkin-fault-unit = ليست بوحدة تعرضها الاستمارة. قارن قبل أن تستعملها.
ui-checkin-fault-not-asked = لم يُسأل عن هذا.
ui-checkin-have-read = قرأت هذا
ui-checkin-whole = احفظ الرد الكامل
ui-receipts-none = لم ينتهِ أي ملف بعد.
ui-receipts-lead = ما يبقى من الملفات المنتهية: لا شيء مما كان فيها. يُخبَر المرضى بتوقيع أنه حُذف. الهاتف الذي لا يجيب أبدًا لا يُخبَر. ويبقى ما أعطاه هنا حتى ينتهي وقت المريض، إلا إذا أغلقه أحد قبل ذلك.
ui-opened = فُتح
ui-ended = انتهى
ui-why = السبب
ui-patient-key = مفتاح المريض
ui-time-is-over = انتهى وقت المريض
ui-closed-here = أُغلق في المكتب
ui-withdrawn = أنهاه المريض أو الخادم
ui-told = إبلاغ المريض
ui-told-waiting = ليس بعد
ui-told-told = وصل إلى الهاتف
ui-told-relay = تُرك على الخادم
ui-told-not = تعذّر الوصول إليه
ui-staff-lead = لا ترى الإدارة شيئًا عن أي مريض.
ui-add = أضف شخصًا
ui-first-password = كلمة السر الأولى
ui-first-password-why = أخبره بها. يختار كلمته عند الدخول.
ui-change = تغيير { $name }
ui-change-why = ينتهي دخوله فورًا.
ui-disabled = لا يجوز له الدخول
ui-enabled = يجوز له الدخول
ui-must-change = لم يختر كلمة سر بعد
ui-disable = لا يجوز له الدخول
ui-reset-password = كلمة سر أولى جديدة
ui-reset-password-why = إن تُركت فارغة بقيت كلمة السر.
ui-system = نظام العيادة
ui-system-title = نظام العيادة الخاص
ui-system-lead = ما يوافق عليه طاقم العلاج في المكتب يمكن أن يُكتب في نظام العيادة الخاص (السجل الإلكتروني)، إن كانت له واجهة FHIR R4. ولا يُكتب من تلقاء نفسه أبدًا.
ui-system-none = لم يُحدَّد أي نظام. لا يُكتب شيء في أي مكان.
ui-system-add = تحديد نظام العيادة الخاص
ui-system-change = تحديده من جديد
ui-system-change-why = ما وُوفق عليه لعنوان آخر لا يُرسل إلى الجديد. وفي عنوان آخر يجب تأكيد هوية كل مريض من جديد.
ui-system-address = عنوان واجهة FHIR فيه
ui-system-address-why = يبدأ بـ “https”. ويجوز لنظام على هذا الجهاز نفسه أن يبدأ بـ “http”.
ui-system-access = كيف يدخل المكتب
ui-system-access-why = اسأل من يدير ذلك النظام. المفتاح هو الأفضل إن كان يقبله.
ui-access-open = دون شيء: فقط لنظام لا يصل إليه أحد غيره
ui-access-password = باسم وكلمة سر
ui-access-key = بمفتاح المكتب نفسه
ui-system-known-as = اسم المكتب هناك
ui-system-known-as-why = كما سُجّل في ذلك النظام.
ui-system-password-why = تُحفظ مختومة ولا تُعرض مرة أخرى أبدًا.
ui-system-scopes = ما يُطلب من الأذون (scopes)
ui-system-scopes-why = إن تُرك فارغًا فالمعتادة. فقط إن كان ذلك النظام لا يمنحها.
ui-system-authority = شهادته من هيئة العيادة الخاصة
ui-system-authority-is = الهيئة الموثوق بها (SHA-256)
ui-system-authority-pem = شهادة تلك الهيئة (PEM)
ui-system-authority-why = اطلبها ممن يدير ذلك النظام وقارن بصمتها. يوثق بها لهذا النظام وحده إلى جانب الهيئات العامة. وإن تُركت فارغة فبالعامة وحدها.
ui-system-ask = اسأل النظام واستخدمه
ui-system-set = أجاب النظام. يُستخدم من الآن.
ui-system-says = ما قاله النظام عن نفسه
ui-system-software = البرنامج
ui-system-version = إصدار FHIR
ui-system-together = يقبل عدة بيانات معًا
ui-system-set-by = حدّده
ui-system-types = ما يمكن كتابته هناك بأمان
ui-system-new = جديد
ui-system-changed = معدّل
ui-system-remove = التوقف عن استخدامه
ui-system-remove-title = التوقف عن استخدام هذا النظام؟
ui-system-remove-lead = لا يُكتب هناك شيء بعد الآن، وما لا يزال ينتظر يبقى كما هو. وما كُتب هناك يبقى هناك.
ui-system-keep = الاستمرار في استخدامه
ui-system-remove-yes = أوقف استخدامه
ui-system-removed = لم يعد المكتب يستخدم أي نظام. حُذفت كلمة سره هنا.
ui-system-keys = مفاتيح المكتب
ui-system-keys-lead = لنظام يُدخِل بمفتاح: يسجّلها من يديره. إنها الأنصاف العلنية وليست سرًا.
ui-system-keys-show = أظهر المفاتيح
ui-system-keys-save = احفظها في ملف
ui-system-rsa = لا يقبل النظام إلا مفاتيح RS384
ui-system-rsa-pem = مفتاح RSA ‏(PEM)
ui-system-rsa-why = أُنشئ في مكان آخر، من 2048 إلى 4096 بت، غير مشفّر. يُحفظ مختومًا، ولا يظهر ثانية، ويحل محل مفتاح سابق. احذف الملف بعد ذلك.
ui-system-rsa-give = أعطه للمكتب
ui-system-rsa-given = صار المفتاح لدى المكتب. سجّل هذه الأنصاف العامة في النظام.
ui-yes = نعم
ui-no = لا
ui-there = في نظام العيادة
ui-back-to-chart = العودة إلى الملف
ui-there-is = هذا المريض هناك
ui-there-confirmed-by = أكّده { $name } في { $time }. ويسري على الزيارات القادمة أيضًا.
ui-there-made-by = أنشأه { $name } من الملف في { $time }. ويسري على الزيارات القادمة أيضًا.
ui-there-id = رقم السجل هناك: { $id }
ui-there-who =
    { $count ->
        [one] مريض واحد هناك قد يكون هذا الشخص
        [two] مريضان هناك قد يكون أحدهما هذا الشخص
        [few] { $count } مرضى هناك قد يكون أحدهم هذا الشخص
        [many] { $count } مريضًا هناك قد يكون أحدهم هذا الشخص
       *[other] { $count } مريض هناك قد يكون أحدهم هذا الشخص
    }
ui-there-lead = قارن بعناية واسأل المريض. ما يُوافَق عليه لاحقًا يُكتب لدى من تؤكده.
ui-there-nobody = لم يُعثر هناك على شخص كهذا
ui-there-nobody-lead = جرى البحث بالمعرّفات، وبالاسم وتاريخ الميلاد معًا. إن كان المريض هناك باسم آخر فصحّح ذلك هناك أولًا.
ui-there-ours = يقول الملف
ui-there-theirs = يقول النظام
ui-there-agree = هل يتفقان؟
ui-there-name = الاسم
ui-there-born = تاريخ الميلاد
ui-there-sex = الجنس
ui-there-identifiers = المعرّفات
ui-female = أنثى
ui-male = ذكر
ui-other-sex = آخر
ui-sex-unknown = غير معروف
ui-agrees = متفقان
ui-agrees-partly = متفقان جزئيًا
ui-differs = مختلفان
ui-unsaid = لم يُذكر
ui-there-inactive = لم يعد ذلك النظام يستخدم هذا الوصف. لا يمكن تأكيده.
ui-there-too-little = ما يتفق قليل جدًا: يجب أن يتطابق معرّف، أو تاريخ الميلاد والاسم. لا يمكن تأكيده.
ui-there-taken = ملف مريض آخر يتبع هذا المريض بالفعل.
ui-there-is-it = هذا هو الشخص
ui-there-confirm-title = هل هو الشخص نفسه؟
ui-there-confirm-lead = ما يُوافَق عليه من الآن يُكتب لدى هذا المريض هناك. ويُكتب تأكيدك في السجل.
ui-there-confirm-yes = نعم، هو الشخص نفسه
ui-there-none = ليس أيًّا منهم
ui-there-new = هل المريض جديد هناك؟
ui-there-make = أنشئ مريضًا جديدًا هناك
ui-there-make-title = إنشاء مريض جديد في نظام العيادة؟
ui-there-make-lead = يُنشأ من الملف الشخصي الذي فتحه المريض. وجود سجلين لشخص واحد خطر: تأكد أن المريض ليس هناك بعد.
ui-there-anyway = مع ذلك: نعم
ui-there-take-back = إنه شخص آخر
ui-there-take-back-title = سحب تحديد من هو؟
ui-there-take-back-lead = لا يُكتب هناك شيء بعد الآن لهذا الملف، وما لا يزال ينتظر لا يُرسل. ما كُتب يبقى في ذلك النظام: صحّحه هناك يدويًا.
ui-there-keep = إنه صحيح
ui-there-take-back-yes = اسحبه
ui-taken-back = سُحب تحديد من هو، أو لم يحدده أحد بعد في النظام المحدد الآن.
ui-patient-of = المريض { $id }
ui-choose = اختر ما يُكتب هناك
ui-choose-lead = لا شيء مختار مسبقًا، ولا يُكتب شيء قبل موافقتك. هنا فقط الأقسام التي فتحها المريض للقراءة.
ui-choose-none = لم يفتح المريض للقراءة أي قسم يمكن كتابة شيء منه هناك. اطلب رمزًا جديدًا.
ui-choose-empty = لا شيء هنا يمكن كتابته.
ui-choose-review = انظر ما سيُكتب
ui-choose-retracted = سُحب: سيُعلَّم هناك كمُدخل خطأ.
ui-answer-there = اكتبها في نظام العيادة
ui-answer-back = العودة إلى التسجيل المسبق
ui-answer-who = لم يقل أحد من هو هذا في نظام العيادة. قارن الجانبين واسأل المريض: ربما أجاب أي شخص لديه الرابط.
ui-answer-nobody = لا أحد هناك يطابق ما تقوله الإجابة عن الشخص. لا يمكن كتابة شيء منها.
ui-answer-other-birth = تذكر الإجابة تاريخ ميلاد غير تاريخ هذا المريض. لا يُكتب شيء منها: ربما كانت لشخص آخر.
ui-answer-none = لا يمكن كتابة شيء من هذه الإجابة هناك.
ui-answer-what = ما يُكتب
ui-answer-lead = لا يُختار شيء بدلًا منك، ولا يُكتب شيء قبل أن توافق. هذا ما يقوله المريض، ولم يتحقق منه أحد.
ui-answer-form = نموذج
ui-answer-from = مأخوذ من «{ $form }»: يُكتب هو أيضًا.
ui-answer-written = كُتب هناك من قبل: { $place }
ui-answer-unfit = لا يمكن كتابته كما هو. سجّله هناك يدويًا.
ui-answer-exactly = ما سيُرسل بالضبط
ui-chosen =
    { $count ->
        [0] لم يُختر شيء.
        [one] اختير بيان واحد.
        [two] اختير بيانان.
        [few] اختيرت { $count } بيانات.
        [many] اختير { $count } بيانًا.
       *[other] اختير { $count } بيان.
    }
ui-chosen-none = اختر بيانًا واحدًا على الأقل أولًا.
ui-chosen-most = هذه 100 بيان: أقصى ما يُكتب معًا. وافق عليها أولًا.
ui-unfit-type = بيانات من هذا النوع لا تُكتب هناك.
ui-unfit-disputed = المصادر لا تتفق، أو يعترض أحد عليه. سوّ ذلك أولًا.
ui-unfit-state = لم يؤكده المريض، أو استُبدل.
ui-approve-title = كتابة هذا في نظام العيادة؟
ui-approve-lead =
    { $count ->
        [one] يُكتب هذا البيان لـ { $name }:
        [two] يُكتب هذان البيانان لـ { $name }:
        [few] تُكتب هذه البيانات الـ { $count } لـ { $name }:
        [many] تُكتب هذه البيانات الـ { $count } لـ { $name }:
       *[other] تُكتب هذه البيانات الـ { $count } لـ { $name }:
    }
ui-approve-what = يُرسل إلى هناك باسمك، مع ذكر من قاله. ويُقرأ كل بيان مرة أخرى ويُقارن. وما غيّره أحد هناك في هذه الأثناء لا يُستبدل: ستُسأل.
ui-approve-yes = وافق واكتب
ui-outbox = الصادر
ui-outbox-none = لم يُوافَق على شيء بعد.
ui-outbox-none-next = افتح ملفًا، واختر “في نظام العيادة”، ثم ما يُكتب هناك.
ui-outbox-held = ينتظر قرارًا
ui-outbox-open = في الطريق
ui-outbox-done = انتهى
ui-outbox-kept = ما انتهى يبقى هنا 90 يومًا.
ui-outbox-more =
    { $count ->
        [one] وبيان آخر
        [two] وبيانان آخران
        [few] و{ $count } بيانات أخرى
        [many] و{ $count } بيانًا آخر
       *[other] و{ $count } بيان آخر
    }
ui-approved-by = وافق عليه { $name } في { $time }
ui-tries =
    { $count ->
        [one] لم تنجح محاولة واحدة. يحاول المكتب من جديد بنفسه.
        [two] لم تنجح محاولتان. يحاول المكتب من جديد بنفسه.
        [few] لم تنجح { $count } محاولات. يحاول المكتب من جديد بنفسه.
        [many] لم تنجح { $count } محاولة. يحاول المكتب من جديد بنفسه.
       *[other] لم تنجح { $count } محاولة. يحاول المكتب من جديد بنفسه.
    }
ui-message = ما كُتب في نظام العيادة
ui-waiting-lead = لا حاجة للانتظار: يواصل المكتب بنفسه، حتى بعد انتهاء وقت المريض.
ui-try-now = حاول الآن
ui-state-waiting = ينتظر الكتابة
ui-state-sent = استُلم ولم يُقرأ بعد
ui-state-confirmed = كُتب وقُرئ مرة أخرى
ui-state-differs = حُفظ على غير ما أُرسل
ui-state-conflict = غيّره شخص آخر هناك: لم يُستبدل
ui-state-gone = حذفه شخص آخر هناك
ui-state-refused = رفضه النظام
ui-state-not-offered = لا يمكن كتابته هناك بأمان
ui-state-left = لم يُكتب: قرر أحدهم ذلك
ui-left-out = لا يُرسل معه: { $what }. يشير إلى ما ليس في ذلك النظام، أو حلّ محله معرّف المكتب.
ui-rewritten = الرقم نفسه مكتوب هناك بشكل آخر: { $where }
ui-no-provenance = لا يُذكر هناك من قاله: ذلك النظام لا يقبل ذلك.
ui-differs-at = يختلف عند: { $where }
ui-refused-with = جوابه (الحالة { $status }):
ui-decide = قرّر
ui-decide-title = ماذا يجب أن يكون في نظام العيادة؟
ui-conflict-lead = غيّره أحد هناك. لم يُستبدل شيء. انظر إلى الاثنين، واسأل من غيّره إن أمكن.
ui-gone-lead = حذفه أحد هناك. ربما كان ذلك لسبب: اسأل إن أمكن.
ui-differs-lead = استلمه النظام ولديه شيء آخر. قارن الاثنين: الخطأ هناك قد يضر المريض.
ui-refused-lead = ليس هناك. أدخله هناك يدويًا، أو اسأل من يدير ذلك النظام ثم أرسله من جديد.
ui-not-offered-lead = لا يعرض ذلك النظام طريقة لكتابته دون تكرار شيء أو استبداله. أدخله هناك يدويًا.
ui-keep-theirs = اترك ما هو هناك
ui-write-over = اكتب ما لدينا فوقه
ui-keep-gone = اتركه محذوفًا
ui-write-anew = اكتبه هناك من جديد
ui-send-again = أرسله من جديد
ui-do-not-send = لا تكتبه
ui-do-not-send-title = عدم كتابة هذا البيان؟
ui-do-not-send-lead = لن يُرسل بعد الآن. إن وصلت محاولة دون أن يأتي جواب فهو هناك بالفعل: انظر هناك.
ui-side-before = ما كُتب من قبل
ui-side-ours = ما سيُكتب
ui-side-theirs = ما هو هناك الآن
ui-side-before-none = لم يعد ذلك النظام يذكر ما كُتب.
ui-side-gone = لا شيء: لقد حُذف.
ui-says-nothing = لا شيء
ui-place = أين
ui-places = أين يختلفان
ui-places-more = قد يكون هناك المزيد: انظر إلى الكل أدناه.
ui-whole = الكل، كما يُرسل وكما وصل
ui-type-allergy = حساسية
ui-type-problem = مشكلة
ui-type-family = تاريخ عائلي
ui-type-vaccine = لقاح
ui-type-prescription = وصفة
ui-type-medicine = دواء
ui-type-result = نتيجة
ui-type-patient = مريض
ui-type-procedure = علاج
ui-type-provenance = من قاله

## البحث في ملف
ui-find = البحث في هذا الملف
ui-find-go = ابحث
ui-found = بحث: «{ $words }»
ui-found-count =
    { $count ->
        [0] لم يُعثر على شيء. هذا يعني فقط أن هذه الكلمات ليست في ما جرى البحث فيه.
        [one] مدخل واحد فيه كل هذه الكلمات.
        [two] مدخلان فيهما كل هذه الكلمات.
        [few] { $count } مدخلات فيها كل هذه الكلمات.
        [many] { $count } مدخلًا فيها كل هذه الكلمات.
       *[other] { $count } مدخل فيها كل هذه الكلمات.
    }
ui-not-searched = لم يجرِ البحث فيه، لأنه لم يُفتح للقراءة، أو لم يُفتح لدورك: { $sections }.

## ما قيس عبر الزمن
ui-trends = عبر الزمن
ui-trends-lead = اختر ما قيس.
ui-trends-none = لم يُقس شيء في ما فتحه المريض.
ui-trends-not-opened = لم يُفتح للقراءة: { $sections }. ما قيس هناك ليس هنا.
ui-trends-not-drawn =
    { $count ->
        [one] قيمة واحدة ليست في أي رسم
        [two] قيمتان ليستا في أي رسم
        [few] { $count } قيم ليست في أي رسم
       *[other] { $count } قيمة ليست في أي رسم
    }
ui-trends-some = أول { $count } منها:
ui-measured =
    { $count ->
        [one] قيمة واحدة
        [two] قيمتان
        [few] { $count } قيم
       *[other] { $count } قيمة
    }
ui-trend-drawing = { $name }، { $count } من قيمها من { $from } إلى { $to }. في الجدول القيم نفسها.
ui-trend-earlier = إظهار قيم أقدم
ui-trend-value = القيمة
ui-trend-drawn = مرسومة هكذا
ui-trend-outside = خارج المعتاد
ui-low = دونه
ui-high = فوقه
ui-critical-low = دونه بكثير
ui-critical-high = فوقه بكثير
ui-trend-range = المعتاد، كما يقول المصدر
ui-trend-flagged = خارج المعتاد
ui-trend-bound = لا يُعرف إلا أنها دون هذا أو فوقه
ui-trend-more-sources = مصادر أخرى
ui-trend-left-out =
    { $count ->
        [one] قيمة واحدة غير مرسومة
        [two] قيمتان غير مرسومتين
        [few] { $count } قيم غير مرسومة
       *[other] { $count } قيمة غير مرسومة
    }
ui-left-implausible = يصعب أن تكون صحيحة: انظر مصدرها
ui-left-repeated = مدخل آخر يقول الشيء نفسه عن اللحظة نفسها

## كل ما يُعرف عن مدخل
ui-entry = مدخل ومصادره
ui-entry-open = كل ما يُعرف عنه
ui-entry-signed = كل مدخل في سجل المريض موقّع من الجهاز الذي كتبه، وقد فُحص التوقيع. هذا يقول من كتبه، ولا يقول إنه صحيح.
ui-told-device = الجهاز: { $name }
ui-told-system = جُلب من { $system }
ui-told-none = جاء برابط من { $from }، بلا توقيع
ui-told-signed = جاء ببطاقة من { $from }، توقيعها صحيح، بمفتاح لا يكفله أحد
ui-told-listed = جاء ببطاقة من { $name } ({ $from })، توقيعها صحيح، وصاحبها في قائمة يثق بها المريض
ui-history = ما قيل عنه، الأقدم أولًا
ui-step-first = ذُكر
ui-step-newer = نسخة أحدث
ui-step-correct = صُحّح
ui-step-retract = سُحب: أُدخل خطأ
ui-step-confirm = أُكّد
ui-step-dispute = اعتُرض عليه
ui-step-resolve = حُسم بين عدة أقوال
ui-step-reason = السبب: { $reason }
ui-beside-contradicts = يناقضه، ولم يحسم أحد
ui-beside-also-right = قال أحدهم إن كليهما صحيح
ui-beside-set-aside = قال أحدهم إن هذا غير صحيح
ui-disputes = من يعترض
ui-confirmations = من يوافق
ui-proposals = تغييرات يقترحها أحدهم
ui-perhaps-same =
    { $count ->
        [one] مدخل آخر قد يكون عن الشيء نفسه؛ لم يحسم أحد.
        [two] مدخلان آخران قد يكونان عن الشيء نفسه؛ لم يحسم أحد.
        [few] { $count } مدخلات أخرى قد تكون عن الشيء نفسه؛ لم يحسم أحد.
        [many] { $count } مدخلًا آخر قد تكون عن الشيء نفسه؛ لم يحسم أحد.
       *[other] { $count } مدخل آخر قد تكون عن الشيء نفسه؛ لم يحسم أحد.
    }

## الملف بجانب نظام العيادة
ui-beside = المقارنة بنظام العيادة
ui-beside-lead = يظهر الجانبان كما تقول مصادرهما. لا يُختار شيء بدلًا منك، ولا يُفعل شيء قبل أن تقرأه مرة أخرى.
ui-beside-read = اقرأه الآن
ui-beside-read-again = اقرأه مرة أخرى
ui-beside-read-at = قرأ { $name } نظام العيادة في { $time }.
ui-beside-read-none = لم يُقرأ نظام العيادة بعد. ما هو فارغ في جانبه لا يعني شيئًا.
ui-beside-read-counts = قُرئ: { $what }.
ui-beside-trouble = { $type }: { $why }. قد ينقص شيء هنا.
ui-beside-forbidden = لا يسمح نظام العيادة بقراءته
ui-beside-refused = رفضه نظام العيادة ({ $status })
ui-beside-outside = الصفحة التالية في خادم آخر كما قيل، ولم يُسأل
ui-beside-endless = هناك أكثر مما يمكن قراءته
ui-beside-too-long = إحدى الصفحات أطول مما يجوز
ui-beside-not-fhir = تعذّرت قراءة الجواب
ui-beside-other-people = جاءت معه بيانات عن أشخاص آخرين، وتُركت
ui-beside-unreadable = تعذّرت قراءة بعضه ({ $count })
ui-beside-not-asked = لا يقدّمه نظام العيادة
ui-beside-contradiction = يقول جانب إنه لا يوجد شيء، ويذكر قول آخر شيئًا.
ui-beside-contradiction-next = اسأل المريض قبل أن تفعل أي شيء.
ui-beside-open = بانتظار القرار ({ $count })
ui-beside-decided = تقرّر من قبل ({ $count })
ui-beside-over = انتهى، وفي جانب واحد فقط ({ $count })
ui-beside-ours = في الملف وحده ({ $count })
ui-beside-take-all = اختر «أضفه إلى ملف المريض» لعدد { $count } من هذه
ui-beside-agreed = لا قرار فيه ({ $count })
ui-beside-open-count = { $count } بانتظار القرار
ui-beside-open-none = لم يبقَ هنا ما يُقرَّر.
ui-beside-empty = لا شيء هنا في أي من الجانبين.
ui-beside-same = نفسه في الجانبين
ui-beside-differs = الشيء نفسه، ويقول كل جانب عنه غير ما يقوله الآخر
ui-beside-probable = قد يكون الشيء نفسه
ui-beside-retracted = سُجّل بالخطأ كما يقول الملف، وما زال في نظام العيادة
ui-beside-taken-back = سُجّل بالخطأ كما يقول نظام العيادة، وما زال في الملف
ui-beside-system-only = في نظام العيادة فقط
ui-beside-system-only-unknown = في نظام العيادة؛ وجانب الملف غير معروف هنا
ui-beside-chart-only = في الملف فقط
ui-beside-chart-only-unread = في الملف؛ والجانب الآخر غير معروف
ui-beside-where = ما الذي يختلف
ui-beside-title = الاسم
ui-beside-value = القيمة
ui-beside-components = قيس معًا
ui-beside-severity = الشدة
ui-beside-risk = الخطر
ui-beside-since = التاريخ
ui-beside-until = النهاية
ui-beside-ours-none = ليس في الملف ما يقابله. هذا لا يعني أنه لا يوجد شيء.
ui-beside-ours-unknown = لم يفتح المريض هذا القسم. لا يُقال عنه شيء.
ui-beside-theirs-none = لا يقول نظام العيادة عنه شيئًا. هذا لا يعني أنه لا يوجد شيء.
ui-beside-theirs-unread = لم يُقرأ هنا كل ما في نظام العيادة. قد يقول عنه شيئًا.
ui-beside-system-retracted = سُجّل بالخطأ كما يقول نظام العيادة.
ui-beside-copy = هذه نسخة لا يُقرَّر فيها شيء. اطلب من المريض رمزًا يسمح بقراءة القسم.
ui-beside-no-take = لا يسمح المريض للعيادة بالكتابة في هذا القسم، فلا يمكن أن يُضاف إليه شيء.
ui-beside-others = جاءت معه بيانات عن أشخاص آخرين، وتُركت ({ $count }).
ui-beside-no-write = لم يُقرأ هناك كل شيء، فلا يُكتب شيء جديد: ربما كان هناك من قبل.
ui-beside-by-hand = صحّحه يدويًا في نظام العيادة إن قال المريض ذلك.
ui-beside-ask-one = هل “{ $ours }” في الملف و“{ $theirs }” في نظام العيادة شيء واحد؟
ui-beside-ask-statement = ماذا يُفعل بـ“{ $theirs }” من نظام العيادة؟
ui-beside-ask-entry = ماذا يُفعل بـ“{ $ours }” من الملف؟
ui-beside-one = شيء واحد
ui-beside-one-does = يُدوَّن ذلك. ولا يتغير أي جانب.
ui-beside-two = شيئان
ui-beside-two-does = يُدوَّن ذلك. ولا يتغير أي جانب. وبعدها يمكن أن يُعطى كلٌّ منهما للجانب الآخر.
ui-beside-take = أضفه إلى ملف المريض
ui-beside-take-does = يظهر في الملف كما جاء، ومصدره نظام العيادة. ويحصل عليه المريض.
ui-beside-take-back = اسحب ما في الملف من هناك
ui-beside-take-back-does = يُعدّ منذ ذلك الحين مسجَّلًا بالخطأ. ويبقى ما قاله آخرون عنه.
ui-beside-keep-chart = اترك الملف كما هو
ui-beside-leave-statement = اتركه في نظام العيادة وحده
ui-beside-leave-statement-does = لا يتغير الملف. ويُدوَّن أنك رأيته.
ui-beside-write = اكتبه في نظام العيادة
ui-beside-write-does = يذهب إلى هناك باسمك، مع اسم من قاله. ثم يُقرأ من جديد ويُقارَن.
ui-beside-write-over-does = يحل محل ما كُتب هناك من هنا، إلا إن غيّره أحد: عندئذ تُسأل.
ui-beside-write-retracted = ضع عليه هناك علامة أنه سُجّل بالخطأ
ui-beside-leave-entry = اتركه في الملف وحده
ui-beside-leave-entry-does = لا يتغير نظام العيادة. ويُدوَّن أنك رأيته.
ui-beside-before = تقرّر من قبل: { $what }.
ui-beside-undo = لا تختر شيئًا لهذا
ui-beside-changed = لم يعد كما رأيته ({ $count })
ui-beside-changed-lead = ما اخترته في غيرها محفوظ. أما هذه فانظر إلى الاثنين واختر من جديد أدناه.
ui-beside-was = كما رأيته
ui-beside-now = كما هو الآن
ui-beside-gone = لم يعد هنا، أو لا يمكن أن يُقرَّر فيه شيء.
ui-beside-you-chose = كنت قد اخترت: { $what }. لا يُفعل ذلك.
ui-beside-seen = رأيت هذا
ui-beside-chosen =
    { $count ->
        [0] لم يُقرَّر شيء.
       *[other] ما تقرّر: { $count }.
    }
ui-beside-leave = ما اخترته لم يُفعل بعد. اضغط Escape مرة أخرى لتتركه.
ui-beside-chosen-none = قرِّر أولًا في سطر واحد على الأقل.
ui-beside-chosen-most = تُنفَّذ 100 قرار معًا على الأكثر. نفّذ هذه أولًا.
ui-beside-review = انظر ماذا سيُفعل
ui-beside-ask-title = هل يُفعل هذا في قسم { $section }؟
ui-beside-ask-who = المريض هو { $name }. ورقم سجله في نظام العيادة { $id }.
ui-beside-say-same = “{ $ours }” في الملف و“{ $theirs }” في نظام العيادة شيء واحد.
ui-beside-say-different = “{ $ours }” في الملف و“{ $theirs }” في نظام العيادة شيئان.
ui-beside-say-take = يُضاف “{ $theirs }” من نظام العيادة إلى ملف المريض.
ui-beside-say-take-back = يُسحب ما في الملف عن “{ $theirs }” من نظام العيادة: يقول ذلك النظام إنه سُجّل بالخطأ.
ui-beside-say-keep-chart = يبقى الملف كما هو، مع أن نظام العيادة يقول إن “{ $theirs }” سُجّل بالخطأ.
ui-beside-say-leave-statement = يبقى “{ $theirs }” في نظام العيادة وحده.
ui-beside-say-write = يُكتب “{ $ours }” من الملف في نظام العيادة.
ui-beside-say-write-retracted = توضع على “{ $ours }” في نظام العيادة علامة أنه سُجّل بالخطأ.
ui-beside-say-leave-entry = يبقى “{ $ours }” في الملف وحده.
ui-beside-say-keep-system = يبقى نظام العيادة كما هو، مع أن الملف يقول إن “{ $ours }” سُجّل بالخطأ.
ui-beside-left-open = ما بقي بلا قرار في هذا القسم: { $count }.
ui-beside-signed = أنت مسؤول عنه باسمك. يُوقَّع، ويحصل عليه المريض كما يحصل على زيارة.
ui-beside-signed-alone = أنت مسؤول عنه باسمك. لا يسمح المريض للعيادة بتدوينه في الملف: تحتفظ العيادة وحدها بمن قرّر وماذا قرّر.
ui-beside-reason = السبب
ui-beside-reason-why = إن وُجد: يظهر بجانب كل قرار من هذه القرارات، ويمكن للمريض قراءته.
ui-beside-yes = نعم، افعل هذا
ui-beside-done = تم: { $section }
ui-beside-done-visit = انظر إليه كما وُقِّع
ui-beside-done-message = ما صار إليه في نظام العيادة
ui-beside-go-on = عودة إلى المقارنة
ui-beside-acts = ما تقرّر
ui-beside-act-same = شيء واحد: { $ours } و{ $theirs }
ui-beside-act-different = شيئان: { $ours } و{ $theirs }
ui-beside-act-take = أُخذ إلى ملف المريض كما هو هناك: { $theirs }
ui-beside-act-leave-statement = تُرك في نظام العيادة: { $theirs }
ui-beside-act-write = ليُكتب في نظام العيادة: { $ours }
ui-beside-act-leave-entry = تُرك في ملف المريض: { $ours }
ui-beside-act-ours = { $type } من الملف ({ $id })
ui-beside-act-theirs = { $type } من نظام العيادة ({ $id })
ui-result = اكتب النتيجة في نظام العيادة
ui-result-title = ما تقرّر، لنظام العيادة
ui-result-lead = تخبر هذه القائمة نظام العيادة بما يصح بعد المقارنة. ولا يُكتب شيء قبل موافقتك.
ui-result-decided = قرّره { $name } في { $time }
ui-result-acts = ما تقرّر هنا، قرارًا بعد قرار ({ $count })
ui-result-holds = ما يصح ({ $count })
ui-result-flag = تقول القائمة: { $what }
ui-result-place = موجود هناك: { $place }
ui-result-named = ليس موجودًا هناك. لا يُكتب إلا معرّفه وما يُسمّى به.
ui-result-none = لا شيء مما تقرّر فيه ما زال صحيحًا، فلا قائمة تُكتب.
ui-result-not = لا شيء للموافقة عليه
ui-result-not-offered = لا يقبل نظام العيادة مثل هذه القوائم. ولا يضيع شيء: يبقى ما تقرّر مع الزيارة.
ui-result-no-sources = لا يقبل نظام العيادة ذكر المصدر، فتُرسل القائمة من دونه.
ui-result-exactly = القائمة كما تُرسل بالضبط
ui-result-sources = المصدر كما يُرسل بالضبط
ui-result-sources-why = يُضاف عندئذ وقت موافقتك ومكان القائمة هناك.
ui-type-list = قائمة
ui-beside-key = قارن ملفًا مفتوحًا بنظام العيادة
ui-check = تحقق من السجل
ui-check-whole = عدد الأحداث: { $count }. لم يُغيَّر منها شيء ولم يُحذف ولم يُقطع.
ui-check-broken = غُيّر السجل من الحدث { $number }، أو حُذف منه شيء. أبلغ من يدير المكتب.
ui-download = احفظه كله بصيغة FHIR
ui-when = متى
ui-by = من
ui-what = ماذا
ui-where = عن ماذا
ui-by-nobody = لا أحد داخل
ui-chart = الملف { $id }
ui-account = الحساب { $id }
ui-checkin-of = التسجيل المسبق { $id }
ui-act-started = بدأ المكتب العمل
ui-act-signed-in = دخل
ui-act-sign-in-refused = رُفض دخول
ui-act-signed-out = خرج
ui-act-password-changed = غيّر كلمة سره
ui-act-passkey-added = أنشأ مفتاح مرور
ui-act-passkey-removed = أزال مفتاح مرور له
ui-act-passkey-copied = رُفض مفتاح مرور: قد توجد نسخة منه
ui-act-passkeys-taken-back = أزال كل مفاتيح المرور لحساب
ui-act-passkeys-required = اشترط مفاتيح المرور على الجميع
ui-act-passkeys-optional = لم تعد مفاتيح المرور مشترطة
ui-act-account-made = أنشأ حسابًا
ui-act-account-changed = غيّر حسابًا
ui-act-code-scanned = مسح رمزًا
ui-act-chart-opened = فتح مريض ملفه
ui-act-emergency-vouched = أيّد حالة طارئة
ui-act-code-refused = لم يُعطَ شيء لرمز
ui-act-charts-listed = رأى من هنا
ui-act-chart-viewed = رأى ملفًا
ui-act-section-viewed = رأى قسمًا
ui-act-chart-searched = بحث في ملف
ui-act-trends-viewed = رأى ما قيس في ملف، عبر الزمن
ui-act-entry-viewed = رأى كل ما يُعرف عن مدخل
ui-act-refused = طلب ما لا يجوز لدوره
ui-act-bridge-set = حدّد نظام العيادة الخاص
ui-act-bridge-removed = أوقف استخدام نظام العيادة الخاص
ui-act-bridge-key-set = أعطى المكتب مفتاحًا لنظام العيادة الخاص
ui-act-patients-searched = بحث عن مريض في نظام العيادة الخاص
ui-act-link-viewed = رأى أي مريض في نظام العيادة الخاص هو
ui-act-patient-linked = أكّد أي مريض في نظام العيادة الخاص هو
ui-act-patient-unlinked = سحب تحديد أي مريض في نظام العيادة الخاص هو
ui-act-patient-made = أنشأ مريضًا في نظام العيادة الخاص
ui-act-sending-approved = وافق على كتابة بيانات في نظام العيادة الخاص
ui-act-outbox-listed = رأى الصادر
ui-act-message-viewed = رأى ما آلت إليه البيانات في نظام العيادة الخاص
ui-act-sending-decided = قرر بشأن بيان لم يُكتب
ui-act-entries-sent = البيانات موجودة في نظام العيادة الخاص
ui-act-entries-held = بيانات تنتظر قرارًا: هي في نظام العيادة الخاص على غير حالها أو رُفضت
ui-act-system-read = قرأ ما يقوله نظام العيادة عن مريض
ui-act-chart-compared = قارن ملفًا بنظام العيادة
ui-act-chart-reconciled = قرّر ما هو نفسه في ملف وفي نظام العيادة
ui-act-chart-closed = أغلق ملفًا: حُذف
ui-act-chart-ended = انتهى وقت المريض: حُذف الملف
ui-act-chart-withdrawn = أنهاه المريض، أو لم يعد الخادم يعطيه: حُذف الملف
ui-act-patient-told = أخبر جهاز المريض، أو ترك له، أن ملفًا حُذف
ui-act-patient-not-told = تعذّر إخبار جهاز المريض أن ملفًا حُذف
ui-act-receipts-listed = رأى الإيصالات
ui-act-audit-read = قرأ هذا السجل
ui-act-visit-begun = بدأ زيارة
ui-act-visits-listed = رأى قائمة الزيارات
ui-act-visit-viewed = رأى زيارة
ui-act-visit-saved = كتب في زيارة
ui-act-visit-discarded = حذف مسودة زيارة
ui-act-visit-checked = طلب فحص أدوية زيارة
ui-act-visit-signed = وقّع زيارة
ui-act-visit-returned = وصلت زيارة إلى جهاز المريض
ui-act-visit-not-returned = تعذرت إعادة زيارة في الوقت المحدد
ui-act-checkin-made = أنشأ تسجيلًا مسبقًا
ui-act-checkins-listed = رأى قائمة التسجيلات المسبقة
ui-act-checkin-viewed = رأى تسجيلًا مسبقًا
ui-act-checkin-sent = أرسل تسجيلًا مسبقًا عبر سجل المريض
ui-act-checkin-arrived = لدى جهاز المريض تسجيل مسبق
ui-act-checkin-fetched = جلب شخص لديه الرابط تسجيلًا مسبقًا
ui-act-checkin-answered = وصل رد على تسجيل مسبق
ui-act-checkin-refused = لم يُؤخذ رد على تسجيل مسبق
ui-act-checkin-read = قرأ الرد على تسجيل مسبق
ui-act-checkin-discarded = حذف تسجيلًا مسبقًا
ui-act-message-written = كتب رسالة إلى المريض
ui-act-message-arrived = لدى جهاز المريض رسالة
ui-act-message-came = كتب المريض
ui-act-messages-listed = رأى أي ملفات فيها رسائل
ui-act-messages-viewed = رأى رسائل ملف
ui-act-messages-read = قرأ رسائل من المريض
ui-keys = المفاتيح
ui-keys-section = قسم
ui-keys-find = البحث في ملف
ui-keys-trends = ما قيس في ملف، عبر الزمن
ui-keys-back = رجوع
ui-keys-help = هذه المفاتيح
ui-keys-scanner = الماسح الذي يكتب يعمل في كل صفحة.
ui-unreachable = لا يجيب خادم المكتب.
ui-unreachable-next = تأكد من أنه يعمل ومن أن لهذا الجهاز شبكة، ثم حاول مرة أخرى.
ui-no-code = لا يوجد رمز مريض في ذلك.
ui-no-code-next = امسح الرمز على شاشة المريض. يبدأ بـ “pocketchart:/”.
ui-no-camera = لا يمكن استعمال الكاميرا.
ui-no-camera-next = اسمح بها في المتصفح، أو استعمل ماسحًا.
ui-checkin-no-form = لا توجد استمارة في ذلك.
ui-checkin-no-form-next = الصق النص الكامل لـ ⁦FHIR R4 Questionnaire⁩. وهو JSON ويبدأ بقوس معقوف.
ui-checkin-no-file = لا رد في هذا الملف.
ui-checkin-no-file-next = اختر الملف الذي كتبه برنامج المريض، كما وصل.
ui-checkin-too-long = الملف أطول من أي رد، وأقصاه ⁦8 MiB⁩.
ui-checkin-too-long-next = انظر هل هو الملف الصحيح. وإلا فاطلب من المريض أن يعطي أقل، أو أن يرسله بطريقة أخرى.
scan-no-connection = لا يجيب هاتف المريض.
scan-no-connection-next = تأكد من أنه يعرض الرمز ومن أنه في شبكة هذا المكتب. ثم امسح مرة أخرى.
scan-declined = رفض المريض.
scan-declined-next = إن اختلفت الأرقام فلا تحاول مرة أخرى في هذه الشبكة. وإلا فاسأل المريض.
scan-busy = شخص آخر يسأل المريض بهذا الرمز.
scan-busy-next = اسأل المريض من هو، وامسح مرة أخرى.
scan-too-much = هناك أكثر مما تسعه نسخة.
scan-too-much-next = اطلب من المريض أن يسمح بقراءته، أو أقسامًا أقل.
scan-no-reason = في الطوارئ يجب أن تقول لماذا.
scan-no-reason-next = اكتب السبب واسأل مرة أخرى.
scan-needs-passcode = لا يُسأل هاتف المريض: خادم يعطي الملف لمن يعرف رمز المرور.
scan-needs-passcode-next = اسأل المريض عنه.
scan-wrong-passcode =
    رمز المرور غير صحيح. { $left ->
        [0] لم تبق محاولة: استُنفد الرمز.
        [one] بقيت محاولة واحدة.
        [two] بقيت محاولتان.
       *[other] المحاولات الباقية: { $left }.
    }
scan-wrong-passcode-next = اسأل المريض عن رمز المرور، أو عن رمز جديد.
scan-stopped = أوقفه الشخص، أو من لديه أحد أجهزته.
scan-stopped-next = تحدث مع الشخص أو مع من معه. ابحث عن بطاقة طوارئ.
scan-not-live = هذا الرمز لم يعد يعمل، أو لم يبدأ بعد.
scan-not-live-next = اطلب من المريض رمزًا جديدًا.
scan-failed = لم يستطع هاتف المريض ذلك.
scan-failed-next = امسح مرة أخرى، أو اطلب رمزًا جديدًا.
scan-unfit = ما وصل لا يطابق الرمز. لم يُحفظ منه شيء.
scan-unfit-next = لا تحاول مرة أخرى في هذه الشبكة.
visit-not-allowed = لا يسمح المريض للعيادة بالكتابة في قسم ستكون فيه هذه الزيارة. لم يُكتب شيء.
visit-not-allowed-next = انظر أدناه في أي قسم. اطلب من المريض رمزًا يسمح بذلك، أو أزل ما سيكون هناك.
visit-words = تنقص كلمات في أحد البنود.
visit-words-next = ابحث عن تشخيص أو دواء أو قياس أو لقاح بلا اسم، أو نتيجة بلا قيمة، أو إحالة بلا نص. أضف الكلمات أو أزل البند.
visit-date = لا يمكن قراءة تاريخ في أحد البنود.
visit-date-next = اكتبه هكذا: ⁦2026⁩ أو ⁦2026-11⁩ أو ⁦2026-11-27⁩.
checkin-form = لا يمكن عرض استمارة على المريض كما قُصدت.
checkin-form-next = انظر هل لكل سؤال فيها اسم خاص به ونوع معروف، ولا يعتمد إلا على أسئلة موجودة.
checkin-member = شيء مما يُسأل عنه ناقص أو غير صحيح الشكل، أو يقول شيئًا مرتين.
checkin-member-next = انظر الاستمارة التي ألصقتها وصححها.
checkin-unfit = لا يناسب الرد ما سُئل عنه. لم يُحفظ شيء منه.
checkin-unfit-next = اطلب من المريض أن يرد مرة أخرى، ببرنامج آخر إن لزم، أو راجعا الأسئلة معًا.
desk-bridge-not-set = المكتب غير متصل بنظام خاص بالعيادة، أو متصل بغير المقصود.
desk-bridge-not-set-next = اطلب من الإدارة تحديده.
desk-bridge-address = لا يُسأل إلا عناوين تبدأ بـ https، ولا عنوان يقود بعيدًا عن الخادم المحدد.
desk-bridge-address-next = راجع العنوان. ودون تشفير لا يُسأل إلا خادم على هذا الجهاز نفسه.
desk-bridge-not-fhir = ما أجاب به نظام العيادة الخاص ليس كما يجب.
desk-bridge-not-fhir-next = اسأل الإدارة هل هذا عنوان واجهة FHIR فيه.
desk-bridge-unreachable = لا يمكن الوصول إلى نظام العيادة الخاص. لم يُفقد شيء: ما ينتظر الكتابة هناك يُحاوَل من جديد.
desk-bridge-unreachable-next = حاول لاحقًا. وإن استمر ذلك فأبلغ من يدير ذلك النظام.
desk-bridge-untrusted = يُظهر نظام العيادة الخاص شهادة ليست من هيئة معروفة، أو باسم آخر، أو انتهت مدتها. لم يُرسل إليه شيء.
desk-bridge-untrusted-next = إن كانت للعيادة هيئة شهادات خاصة بها، فالإدارة تعطي شهادتها تحت «نظام العيادة». وإلا فاسأل من يدير ذلك النظام.
desk-bridge-authority = ليست هذه شهادة هيئة بصيغة PEM، أو بجانبها مفتاح خاص. لم تُحفظ.
desk-bridge-authority-next = اطلب ممن يدير ذلك النظام شهادة هيئته وحدها من دون أي مفتاح، والصقها كاملة.
desk-bridge-key = ليس هذا مفتاح RSA من 2048 إلى 4096 بت بصيغة PEM ‏(PKCS#8)، أو هو مشفّر. لم يُحفظ.
desk-bridge-key-next = أنشئ واحدًا بالأمر «openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072» والصق ما يكتبه.
desk-bridge-busy = نظام العيادة الخاص مشغول. لم يُفقد شيء: ما ينتظر الكتابة هناك يُحاوَل من جديد.
desk-bridge-busy-next = حاول مرة أخرى بعد دقيقة.
desk-bridge-not-let-in = نظام العيادة الخاص لا يُدخل المكتب.
desk-bridge-not-let-in-next = اطلب من الإدارة مراجعة الاسم أو كلمة السر أو المفتاح، وما يُسمح به للمكتب هناك.
desk-bridge-no-key = ليس للمكتب بعد مفتاح يعرفه به نظام آخر.
desk-bridge-no-key-next = أظهر مفاتيح المكتب في “نظام العيادة”، وسجّلها في ذلك النظام، ثم حاول مرة أخرى.
desk-bridge-key-not-taken = لا يقول نظام العيادة الخاص إنه يقبل مفتاحًا كمفتاح المكتب.
desk-bridge-key-not-taken-next = إن كان لا يقبل إلا مفاتيح RS384 فأعط المكتب واحدًا تحت «نظام العيادة». وإلا فاستخدم اسمًا وكلمة سر، أو اسأل من يدير ذلك النظام.
desk-bridge-version = يتكلم نظام العيادة الخاص إصدارًا من FHIR غير R4 (4.0.1).
desk-bridge-version-next = اطلب ممن يديره عنوان واجهة FHIR R4 فيه.
desk-bridge-no-profile = لم يفتح المريض ملفه الشخصي، فلا يمكن البحث عن أحد في نظام العيادة الخاص.
desk-bridge-no-profile-next = اطلب من المريض فتح ملفه الشخصي أيضًا.
desk-bridge-no-patient = ليس في نظام العيادة الخاص مريض كهذا.
desk-bridge-no-patient-next = ابحث عن المريض من جديد.
desk-bridge-not-alike = ما يدل على أنه الشخص نفسه قليل جدًا: يجب أن يتطابق معرّف، أو تاريخ الميلاد والاسم.
desk-bridge-not-alike-next = اختر شخصًا آخر، أو اطلب إنشاء مريض جديد. وإن كان الشخص نفسه فصحّح أولًا تاريخ الميلاد أو الاسم حيث هو خطأ.
desk-bridge-taken = ملف مريض آخر يتبع هذا المريض في نظام العيادة الخاص.
desk-bridge-taken-next = انظر إلى الاثنين بعناية. وإن كان شخصًا واحدًا له سجلان فأكّده مع ذلك.
desk-bridge-exists = هناك من قد يكون الشخص نفسه.
desk-bridge-exists-next = انظر إلى من عُثر عليه. وإن كان شخصًا آخر فاطلب إنشاء مريض جديد مع ذلك.
desk-bridge-not-linked = لم يقل أحد بعد أي مريض في نظام العيادة الخاص هو.
desk-bridge-not-linked-next = ابحث عن المريض هناك وأكّد من هو.
desk-bridge-other-birth-date = يذكر الجواب تاريخ ميلاد غير الذي لدى المريض في نظام العيادة الخاص. لم يُرسل شيء.
desk-bridge-other-birth-date-next = اسأل المريض عن تاريخ ميلاده، واعرف لمن هذا الجواب. فإن كان لشخص آخر فاسأله من جديد.
desk-bridge-other-patient = اختير في هذه الأثناء مريض آخر في نظام العيادة الخاص، أو لم يعد أحد مختارًا. لم يُرسل شيء.
desk-bridge-other-patient-next = حمّل الصفحة من جديد، وانظر لمن سيُكتب.
desk-bridge-entry = { $number ->
        [0] لم يُختر شيء، أو اختير أكثر من 100 بيان دفعة واحدة. لم يُكتب أي منها.
       *[other] البيان رقم { $number } مما اختير لا يمكن كتابته في نظام العيادة الخاص. لم يُكتب أي منها.
    }
desk-bridge-entry-next = اتركه، أو أدخله هناك يدويًا. وما هو محل اعتراض أو تناقض يجب تسويته أولًا.
desk-bridge-not-offered = لا يعرض نظام العيادة الخاص طريقة آمنة لكتابة هذا.
desk-bridge-not-offered-next = أدخله هناك يدويًا.
desk-bridge-no-message = لا شيء بهذا الاسم يُكتب أو كُتب في نظام العيادة الخاص.
desk-bridge-no-message-next = عد إلى القائمة.
desk-bridge-decided = لا شيء هنا للبت فيه، أو تغيّر ما هو هناك في هذه الأثناء.
desk-bridge-decided-next = حمّل الصفحة من جديد وانظر مرة أخرى.
desk-bridge-refused = رفض نظام العيادة الخاص.
desk-bridge-refused-next = اسأل من يديره هل يُسمح للمكتب بذلك. وأدخله هناك يدويًا في هذه الأثناء.
desk-bridge-differs = حفظ نظام العيادة الخاص غير ما أُرسل.
desk-bridge-differs-next = انظر إليه هناك وصحّحه يدويًا.
desk-sign-in = لست داخلًا، أو انتهى دخولك بعد فترة بلا عمل.
desk-sign-in-next = ادخل.
desk-wrong-password = الاسم وكلمة السر لا يتطابقان.
desk-wrong-password-next = حاول مرة أخرى. بعد خمس كلمات خاطئة يُقفل الاسم ربع ساعة.
desk-locked = أُعطيت كلمات سر خاطئة كثيرة لهذا الاسم. يبقى مقفلًا { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
   *[other] { $minutes } دقيقة
}.
desk-locked-next = انتظر، أو اطلب من الإدارة كلمة سر جديدة.
desk-passkey-place = لا تعرف المتصفحات مفاتيح المرور إلا لمكتب يُفتح باسم عبر https، أو باسم «localhost» على جهازه نفسه.
desk-passkey-place-next = افتح المكتب باسم كهذا، أو ادخل بكلمة سرك. من يشغّل المكتب يعطيه اسمًا وشهادة.
desk-passkey-over = استغرق هذا أكثر من خمس دقائق، أو أُجيب عنه من قبل، أو هو لنافذة أخرى.
desk-passkey-over-next = ابدأ من جديد.
desk-passkey-wrong = لا يفتح مفتاح المرور هذا المكتب: أُزيل، أو هو لشخص آخر، أو لا يُظهر أنك أنت.
desk-passkey-wrong-next = جرّب مفتاحًا آخر أو كلمة سرك. تستطيع الإدارة أن تخبرك بما يمكنك الدخول به.
desk-passkey-counter = يعدّ مفتاح المرور هذا أقل مما عدّ من قبل: قد توجد نسخة منه.
desk-passkey-counter-next = ادخل بطريقة أخرى، وأزل هذا المفتاح، وأخبر الإدارة. هذا مسجّل.
desk-passkey-unfit = ما أنشأه جهازك ليس مفتاح مرور يستطيع المكتب استعماله.
desk-passkey-unfit-next = جرّب جهازًا آخر. يجب أن يطلب رقمًا أو إصبعًا أو وجهًا.
desk-passkey-known = مفتاح المرور هذا موجود من قبل.
desk-passkey-known-next = يمكن استعماله كما هو.
desk-passkey-many = لا يجوز للحساب أكثر من عشرة مفاتيح مرور.
desk-passkey-many-next = أزل مفتاحًا لا تستعمله.
desk-passkey-unknown = ليس لديك مفتاح مرور كهذا.
desk-passkey-unknown-next = انظر في مفاتيحك من جديد: ربما أُزيل.
desk-passkey-last = هذا آخر مفتاح مرور لديك، وتشترط هذه العيادة واحدًا.
desk-passkey-last-next = أنشئ مفتاحًا آخر أولًا.
desk-passkey-required = تشترط هذه العيادة مفتاح مرور: كلمة السر وحدها لا تكفي.
desk-passkey-required-next = استعمل مفتاح مرورك. إذا ضاع أو لم يكن لديك مفتاح فاطلب من الإدارة كلمة سر أولى جديدة.
desk-passkey-own-first = من يشترط مفاتيح المرور يجب أن يكون قد دخل بواحد.
desk-passkey-own-first-next = أنشئ مفتاح مرور لك، وادخل به، ثم حاول مرة أخرى.
desk-add-passkey = تشترط هذه العيادة مفتاح مرور، وليس لهذا الدخول واحد.
desk-add-passkey-next = أنشئ مفتاح مرور أولًا، أو ادخل بالمفتاح الذي لديك.
desk-wrong-secret = ليس هذا السر الذي أظهره المكتب عند تشغيله، أو الحساب الأول موجود.
desk-wrong-secret-next = شغّل المكتب من جديد: يُظهر سرًا جديدًا ما دام لا يوجد حساب.
desk-login-taken = شخص آخر يدخل بهذا الاسم.
desk-login-taken-next = اختر غيره.
desk-name-bad = للاسم من 1 إلى 100 حرف.
desk-name-bad-next = اختر غيره.
desk-second-needed = في الطوارئ لا يفتح شخص واحد وحده ملفًا.
desk-second-needed-next = نادِ زميلًا يعمل مع المرضى: من الاستقبال أو من المعالجين، لا من الإدارة ولا أنت. يكتب هنا اسمه وكلمة سره، أو يستخدم مفتاح مروره. لم يُطلب شيء من سجل المريض بعد.
desk-second-unfit = لا يستطيع هذا الشخص أن يؤيد هذه الحالة الطارئة.
desk-second-unfit-next = يجب أن يكون شخصًا آخر يعمل هنا مع المرضى واختار كلمة سره بنفسه.
desk-password-bad = لكلمة السر 12 حرفًا على الأقل، وليست مما يُخمَّن أولًا، وليس الاسم جزءًا منها.
desk-password-bad-next = اختر غيرها: عدة كلمات لا يخمنها أحد خيار جيد.
desk-account-unknown = لا يوجد حساب كهذا.
desk-account-unknown-next = انظر في قائمة الحسابات.
desk-last-administrator = يجب أن يبقى من يدير الحسابات.
desk-last-administrator-next = أنشئ حساب إدارة آخر أولًا.
desk-change-password = اختار شخص آخر كلمة سرك.
desk-change-password-next = اختر كلمتك أولًا.
desk-not-for-role = لا يجوز هذا لدورك.
desk-not-for-role-next = اطلبه ممن يجوز له، أو من الإدارة. طلبك مسجّل.
desk-forged = لم يأتِ هذا من صفحة للمكتب.
desk-forged-next = حمّل الصفحة من جديد وحاول مرة أخرى.
desk-origin = جاء هذا من صفحة في مكان آخر.
desk-origin-next = افتح المكتب بعنوانه.
desk-host = نودي المكتب باسم لا يعرفه.
desk-host-next = افتحه بعنوانه، أو شغّله مع --host وهذا الاسم.
desk-not-here = لا شيء هنا.
desk-not-here-next = ارجع إلى القائمة.
desk-wrong-method = لا يمكن فعل ذلك هنا.
desk-wrong-method-next = ارجع إلى القائمة.
desk-malformed = لم يفهم المكتب الطلب.
desk-malformed-next = حمّل الصفحة من جديد وحاول مرة أخرى.
desk-too-long = هذا أكثر مما يقبله المكتب دفعة واحدة.
desk-too-long-next = أرسل أقل.
desk-type = لا يقرأ المكتب هذا النوع من المحتوى.
desk-type-next = أرسل JSON أو صورة PNG.
desk-wait = طُلب الكثير دفعة واحدة.
desk-wait-next = انتظر دقيقة ثم حاول مرة أخرى.
desk-no-chart = لم يفتح أي مريض هنا ملفًا بهذا الاسم.
desk-no-chart-next = امسح رمز المريض.
desk-chart-ended = انتهى وقت المريض، أو أنهاه المريض، أو أُغلق الملف: حُذف ما شُورك، مع مفاتيحه.
desk-chart-ended-next = إن احتجت إليه فاطلب من المريض رمزًا جديدًا. يقول الإيصال ما كان مفتوحًا وحتى متى.
desk-message-no-record = هذا الملف نسخة لا يمكن كتابة شيء فيها. لم يُرسل شيء.
desk-message-no-record-next = اطلبوا من المريض رمزًا يفتح الرسائل للقراءة، واللاحقة أيضًا، وللكتابة.
desk-message-not-allowed = لم يفتح المريض الرسائل لتكتبوا فيها وتقرؤوا ما يأتي لاحقًا. لم يُكتب شيء.
desk-message-not-allowed-next = اطلبوا من المريض رمزًا يفتح الرسائل أيضًا، أو تواصلوا معه بطريقة أخرى.
desk-message-empty = لا تقول هذه الرسالة شيئًا، فلم تُرسل.
desk-message-empty-next = اكتب شيئًا.
desk-message-too-long = هذه الرسالة أطول من 5000 حرف. لم تُرسل.
desk-message-too-long-next = قلها بكلمات أقل، أو في رسالتين. وما هو أطول مكانه الزيارة.
desk-message-none = الرسالة التي يُردّ عليها غير موجودة. لم يُرسل شيء.
desk-message-none-next = حمّل الرسائل من جديد، وانظر ما هو موجود الآن.
desk-message-taken = أُرسل شيء آخر باسم هذه الرسالة. لم تُرسل.
desk-message-taken-next = حمّل الرسائل من جديد، وانظر هل هي هناك، وإلا فاكتبها مرة أخرى.
desk-checkin-none = لا يوجد تسجيل مسبق كهذا.
desk-checkin-none-next = انظر قائمة التسجيلات المسبقة. ربما حُذف، أو أن الرابط غير كامل.
desk-checkin-over = انتهى الوقت الذي يمكن فيه الرد على هذا التسجيل المسبق. لم يُؤخذ شيء.
desk-checkin-over-next = أنشئ تسجيلًا مسبقًا جديدًا وأعطه للمريض.
desk-checkin-answered = تم الرد على هذا التسجيل المسبق. لا يُؤخذ رد ثانٍ.
desk-checkin-answered-next = انظر الرد الموجود هنا. إن لم يكن للمريض أو كان ناقصًا فأنشئ تسجيلًا مسبقًا جديدًا.
desk-checkin-unanswered = لم يرد أحد على هذا التسجيل المسبق بعد.
desk-checkin-unanswered-next = انتظر رد المريض، أو أدخله إن كان لديك كملف.
desk-checkin-charted = يقول ملف من الذي يجيب هنا.
desk-checkin-charted-next = أكّد في ذلك الملف من هو في نظام العيادة الخاص. وإن كان الملف قد انتهى فليُظهر المريض رمزًا من جديد.
desk-checkin-no-person = لا يقول الجواب من هو المريض، ولذلك لا يمكن البحث عن أحد في نظام العيادة الخاص.
desk-checkin-no-person-next = ليُظهر المريض رمزًا، أو اسأله أيضًا عن وصف الشخص (Patient).
desk-checkin-no-record = لا يوجد ملف مفتوح لمن يُسأل، فلا يمكن إرسال شيء عبره. لم يُكتب شيء.
desk-checkin-no-record-next = أعطوا المريض الرابط أو الرمز أو الملف، أو دعوه يُظهر رمزًا لسجله.
desk-checkin-not-allowed = لم يفتح المريض التسجيلات المسبقة لتكتبوا فيها وتقرؤوا ما يأتي لاحقًا. لم يُكتب شيء.
desk-checkin-not-allowed-next = أعطوا المريض الرابط أو الرمز أو الملف. أو اطلبوا منه رمزًا يفتح التسجيلات المسبقة أيضًا.
desk-checkin-whom = ليس واضحًا من يُسأل.
desk-checkin-whom-next = اختر ملفًا مفتوحًا، أو اكتب من هو في 200 حرف على الأكثر؛ لا الاثنين معًا.
desk-checkin-empty = لا يُسأل عن شيء، أو يُطلب كل ما لدى المريض.
desk-checkin-empty-next = أضف استمارة، أو سمِّ أنواع المدخلات التي تحتاج إليها الزيارة.
desk-checkin-purpose = يقول الغرض من الذي يسأل، أو فيه عنوان. كلاهما لا يثبت للمريض شيئًا، ويُقال له ألا يصدقهما.
desk-checkin-purpose-next = اكتب غرض الزيارة فقط. لعنوان مكالمة الفيديو مكانه الخاص.
desk-checkin-call = لا يمكن استعمال عنوان المكالمة.
desk-checkin-call-next = انسخه من برنامج مكالمات الفيديو. يبدأ بـ «https» ولا مسافات فيه.
desk-checkin-form = لا يمكن عرض الاستمارة «{ $title }» على المريض كما قُصدت.
desk-checkin-form-next = انظر هل لكل سؤال اسم خاص به ونوع معروف، وهل يعتمد فقط على أسئلة موجودة.
desk-checkin-twice = لشيئين يُسأل عنهما الاسم نفسه.
desk-checkin-twice-next = أعط كلًّا منهما اسمه.
desk-checkin-too-much = يُسأل عن أكثر مما يتسع له تسجيل مسبق واحد.
desk-checkin-too-much-next = اسأل عن أقل في كل مرة.
desk-checkin-member = شيء مما يُسأل عنه ناقص أو غير سليم: { $member }.
desk-checkin-member-next = صحّحه وأنشئ التسجيل المسبق من جديد.
desk-checkin-other = هذا رد على تسجيل مسبق آخر. لم يُحفظ منه شيء.
desk-checkin-other-next = قارن لمن هذا الرد، وافتح التسجيل المسبق لذلك المريض.
desk-checkin-no-answer = هذا ليس ردًا على تسجيل مسبق، أو يقول شيئًا مرتين. لم يُحفظ منه شيء.
desk-checkin-no-answer-next = اطلب من المريض الملف الذي كتبه برنامجه، وأدخله دون تغيير.
desk-checkin-unfit = لا يوافق الرد ما سُئل عنه، ولم يُحفظ منه شيء. { $why }
desk-checkin-unfit-next = اطلب من المريض أن يرد مرة أخرى، ببرنامج آخر إن لزم، أو امضيا معًا في الأسئلة.
desk-store-failed = لا يجيب مخزن المكتب. لم يتغير شيء.
desk-store-failed-next = حاول مرة أخرى. إن بقي الأمر كذلك فاسأل من يدير المكتب هل امتلأ القرص.
desk-broken = أخطأ المكتب. لم يتغير شيء.
desk-broken-next = حاول مرة أخرى، وأبلغ من يدير المكتب.
desk-visit-none = لا توجد زيارة كهذه في هذا الملف.
desk-visit-none-next = ارجع إلى زيارات الملف. ربما حُذفت زيارة لم يوقعها أحد.
desk-visit-changed = كتب شخص آخر في هذه الزيارة منذ قرأتها. لم يُستبدل شيء مما كتبه.
desk-visit-changed-next = انظر كيف هي الآن، وأضف ما ينقص، واحفظ من جديد.
desk-visit-signed = وُقّعت هذه الزيارة، ولم يعد تغييرها ممكنًا.
desk-visit-signed-next = اكتب ما ينقص في زيارة جديدة.
desk-visit-not-signed = لم تُوقَّع هذه الزيارة، أو لم تُكتب في الملف بعد.
desk-visit-not-signed-next = وقّعها أولًا. إن وُقّعت الآن، فحاول مجددًا بعد دقيقة.
desk-visit-empty = لا شيء في هذه الزيارة.
desk-visit-empty-next = اكتب شيئًا قبل أن توقّع.
desk-visit-no-append = لم يسمح المريض للعيادة بكتابة أي شيء في هذا الملف.
desk-visit-no-append-next = اطلب من المريض رمزًا يسمح للعيادة بالكتابة، وامسحه.
desk-visit-not-allowed = لم يسمح المريض للعيادة بالكتابة هنا: { $sections }. لم يُكتب شيء.
desk-visit-not-allowed-next = اطلب من المريض رمزًا يسمح بذلك، أو أزل ما سيكون هناك.
desk-visit-findings = وُجد شيء بشأن الأدوية، ولم يُذكر سبب لتوقيعها رغم ذلك.
desk-visit-findings-next = انظر فيما وُجد، وغيّر الأدوية أو اذكر سببًا لكل واحد.
desk-visit-class = لم يُذكر كيف جرت الزيارة.
desk-visit-class-next = اختر ذلك، أو أزل متى كانت وسببها.
desk-visit-file-empty = لا شيء في هذا الملف. لم يُضف.
desk-visit-file-empty-next = انظر في الملف نفسه، واختره من جديد عندما يكون فيه شيء.
desk-visit-file-kind = ليس هذا ملف PDF ولا صورة JPEG أو PNG، مهما كان اسمه. لم يُضف.
desk-visit-file-kind-next = احفظه بصيغة PDF أو بإحدى هاتين الصيغتين، وأضفه.
desk-visit-file-large = قد تبلغ ملفات الزيارة معًا ⁦8 MB⁩، ومع هذا تزيد عليها. لم يُضف.
desk-visit-file-large-next = أزل ملفًا آخر، أو احفظ هذا أصغر حجمًا، وأضفه.
desk-visit-file-none = لا يوجد ملف كهذا في هذه الزيارة.
desk-visit-file-none-next = افتح الزيارة من جديد. ربما أزاله شخص آخر.
desk-visit-files-many = للزيارة عشرة ملفات على الأكثر. لم يُضف هذا.
desk-visit-files-many-next = أزل ملفًا آخر، أو اكتب زيارة أخرى للباقي.
desk-visit-number = لا يمكن قراءة رقم.
desk-visit-number-next = اكتبه بأرقام ونقطة، مثل 7.1، دون الوحدة.
desk-visit-words = تنقص كلمات: { $field }.
desk-visit-words-next = أضفها، أو أزل البند.
desk-visit-date = لا يمكن قراءة تاريخ: { $field }.
desk-visit-date-next = اكتبه هكذا: ⁦2026⁩ أو ⁦2026-11⁩ أو ⁦2026-11-27⁩.
desk-visit-backwards = نهاية تسبق بدايتها.
desk-visit-backwards-next = صحح أحد التاريخين.
desk-visit-ended-yet-active = لشيء نهاية، ويُقال إنه ما زال قائمًا.
desk-visit-ended-yet-active-next = أزل النهاية، أو قل إنه انتهى.
desk-visit-unfit = لا يمكن كتابة أحد البنود كما هو.
desk-visit-unfit-next = انظر في كل بند: ربما كان طويلًا جدًا، أو انتهى الوقت الذي يسمح فيه المريض للعيادة بالكتابة.
desk-visit-subjective = ما يرويه المريض
desk-visit-objective = ما وُجد
desk-visit-assessment = التقييم
desk-recon-count = لم يُقرَّر شيء، أو قُرِّر في أكثر من 100 سطر معًا.
desk-recon-count-next = قرِّر في سطر واحد على الأقل، وفي 100 سطر على الأكثر.
desk-recon-unfit = أحد هذه القرارات يذكر ما ليس هنا، أو الشيء نفسه مرتين. لم يُفعل شيء.
desk-recon-unfit-next = حمِّل المقارنة من جديد، وقرِّر في ما هو موجود.
desk-recon-changed = ما يقوله نظام العيادة ليس ما رأيته: قُرئ من جديد، أو لم يُقرأ قط. لم يُفعل شيء.
desk-recon-changed-next = انظر كيف هو الآن، وقرِّر مرة أخرى.
desk-recon-retracted = سُجّل هذا بالخطأ: كما يقول مصدره، أو كما يقول المريض أو كاتبه في السجل. لم يُفعل شيء.
desk-recon-retracted-next = اسأل المريض. لا يعيده إلا قول جديد منه أو ممن كتبه.
desk-recon-denies = أحد الاثنين يقول إنه لا شيء، فليسا الشيء نفسه. لم يُفعل شيء.
desk-recon-denies-next = اسأل المريض أيهما الصحيح.
desk-recon-undecided = ربما كان هذا لدى نظام العيادة من قبل. لم يُفعل شيء.
desk-recon-undecided-next = قل عن كل سطر قد يكون الشيء نفسه هل هو كذلك. وما كان شيئًا آخر يمكن كتابته بعد ذلك.
desk-recon-not-allowed = لم يسمح المريض للعيادة بالكتابة في هذا القسم. لم يُفعل شيء.
desk-recon-not-allowed-next = اطلب من المريض رمزًا يسمح بذلك، أو اترك ما هو في نظام العيادة.
desk-recon-no-result = لا شيء مما تقرّر فيه ما زال صحيحًا، فلا قائمة تُكتب. لم يُرسل شيء.
desk-recon-no-result-next = يبقى ما تقرّر مع الزيارة. سجّل يدويًا ما يحتاج إليه نظام العيادة.
desk-recon-not-as-shown = ما سيُكتب ليس ما رأيته. كُتب شيء هناك في هذه الأثناء. لم يُرسل شيء.
desk-recon-not-as-shown-next = حمّل الصفحة من جديد وانظر إلى القائمة مرة أخرى.
desk-recon-title = مقارَن بنظام العيادة
