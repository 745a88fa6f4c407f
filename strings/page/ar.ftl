# Words of the emergency page, beside those of strings/card. Not yet checked by a native speaker.
page-title = صفحة الطوارئ
page-lead = تقرأ بطاقة طوارئ أو رمز طوارئ أو SMART Health Link أو SMART Health Card.
page-scan = امسح رمزًا
page-stop = أوقف الكاميرا
page-picture = اختر صورة لرمز
page-paste = أو الصق نص رمز أو رابطًا
page-read = اقرأ
page-language = اللغة
page-private = ما تفتحه يبقى في هذه النافذة. لا يُحفظ شيء. من يدير هذه الصفحة يستطيع تغيير ما تفعله.
page-print = اطبع
page-close = أغلق وانسَ
page-again = اطلب مرة أخرى
page-more = أظهر { $count } أخرى
page-code = الرمز
page-name-added = أضافت هذه الصفحة الاسم. لم يُرسل سوى الرمز.
page-save = احفظ { $name }
page-since = منذ { $date }
page-reading = جارٍ القراءة…
page-fetching = في انتظار { $host }…
page-point = ضع الرمز أمام الكاميرا.

page-vaccines = اللقاحات
page-results = النتائج
page-procedures = العمليات والعلاجات
page-documents = الوثائق
page-other = كل ما عدا ذلك

page-inactive = غير نشط الآن
page-resolved = انتهى
page-refuted = ثبت أنه خطأ
page-in-error = أُدخل بالخطأ
page-unconfirmed = غير مؤكد
page-stopped = أُوقف

page-ask = فتح رابط صحي
page-ask-label = يسميه مرسله:
page-ask-host = سيُسأل { $host }.
page-recipient = اسمك أو مكان عملك
page-recipient-why = يرى المريض من فتح الرابط.
page-passcode = رمز المرور
page-open = افتح
page-attempts =
    { $count ->
        [0] لم تبق أي محاولة. اطلب من الشخص رابطًا جديدًا.
        [one] بقيت محاولة واحدة.
        [two] بقيت محاولتان.
        [few] بقيت { $count } محاولات.
        [many] بقيت { $count } محاولة.
       *[other] بقيت { $count } محاولة.
    }

page-emergency = فتح رمز طوارئ
page-emergency-told = تُبلَّغ أجهزة الشخص وجهات اتصاله فورًا بأن هذا الرمز يُستخدم. يرى الشخص اسمك وسببك.
page-emergency-wait = يمكن لأجهزة الشخص إيقاف ذلك خلال عشر دقائق على الأكثر. لا تنتظر لتقديم المساعدة.
page-emergency-opens = يفتح: { $sections }.
page-emergency-until = الرمز صالح حتى { $date }.
page-emergency-ended = كان الرمز صالحًا حتى { $date }.
page-reason = لماذا تحتاج إليه
page-reason-why = مثلًا: وُجد فاقد الوعي. يُسجَّل ذلك للشخص.
page-tell = إبلاغهم والفتح
page-told = يجري إبلاغهم الآن
page-told-left = تحصل عليه بعد
page-told-stop = قد توقفه أجهزة الشخص قبل ذلك. لا تنتظر لتقديم المساعدة.
page-told-keep = أبقِ هذه الصفحة مفتوحة. إن أغلقتها فعليك أن تطلب وتنتظر من جديد.

page-profile = عن الشخص
page-vitals = العلامات الحيوية
page-visits = الزيارات
page-notes = ملاحظات الزيارات
page-care-plan = خطة الرعاية
page-sensitive = مدخلات سرية
page-coverage = التأمين
page-check-ins = الاستبيانات
page-messages = الرسائل

page-copy = نسخة تركها جهاز للشخص لدى { $host }. لم يتغير شيء منذ ذلك الحين، لكن هذه الصفحة لا تعرف من وقّعها.
page-unshown =
    { $count ->
        [one] لا يمكن عرض مدخل واحد هنا. يعرضه تطبيق Pocketchart.
        [two] لا يمكن عرض مدخلين هنا. يعرضهما تطبيق Pocketchart.
        [few] لا يمكن عرض { $count } مدخلات هنا. يعرضها تطبيق Pocketchart.
        [many] لا يمكن عرض { $count } مدخلًا هنا. يعرضها تطبيق Pocketchart.
       *[other] لا يمكن عرض { $count } مدخل هنا. يعرضها تطبيق Pocketchart.
    }
page-author = كتبه { $name }
page-from-link = جاء الآن من { $host }. ليس موقّعًا. لا أحد يضمنه.
page-supplied = قدّمه المريض. لم يتغير شيء منذ أن وقّعه { $issuer }، لكن هذه الصفحة لا تعرف من هو.
page-listed = وقّعه { $issuer }، وهو في قائمة هذه الصفحة. لم يتغير شيء منذ ذلك.
page-unchecked = لم يُتحقق منه. لم يصل مفتاح من { $issuer }، فقد يكون مغيّرًا.
page-revocation-unchecked = لم يُتحقق: هل سُحب أم لا.
page-expired = انتهت صلاحيته في { $date }. قد يكون قديمًا.
page-not-yet = غير صالح قبل { $date }.
page-plain = نص عادي. ليس موقّعًا. يستطيع أي شخص كتابته.
page-link-ended = كان من المفترض أن ينتهي الرابط في { $date }.
page-old = قديم. ربما تغيّر شيء منذ ذلك.
page-undated = لا يُذكر متى كُتب.
page-can-change = قد يتغير هذا الملف.
page-no-longer-valid = يقول مرسله إن هذا الملف لم يعد صالحًا.
page-retracted = سحب مرسله هذا الملف. لا تعتمد عليه.
page-live-access = يفتح هذا الرابط أيضًا نظام عيادة. هذه الصفحة لا تفعل ذلك.
page-part-failed = لا يمكن إظهار جزء واحد.

page-altered = مغيّر أو تالف
page-altered-next = لا يُعرض منه شيء. امسح الرمز مرة أخرى، أو اسأل الشخص.
page-newer = هذا يحتاج إلى قارئ أحدث
page-newer-next = لا يُعرض منه شيء. حمّل هذه الصفحة مرة أخرى مع وجود شبكة، أو استعمل التطبيق.
page-not-a-code = لا تستطيع هذه الصفحة قراءة ذلك
page-not-a-code-next = تقرأ بطاقات الطوارئ ورموز الطوارئ وروابط SMART Health Link وبطاقات SMART Health Card.
page-other-code = هذا الرمز لتطبيق Pocketchart
page-other-code-next = افتح التطبيق وامسحه هناك.
page-parts = هذا واحد من عدة رموز لبطاقة
page-parts-next = تقرأ هذه الصفحة بطاقات من رمز واحد. اطلب رابطًا أو ملفًا.
page-rules = هذا الرابط يخالف قواعد الروابط الصحية
page-rules-next = لم يُفتح. اطلب من الشخص رابطًا جديدًا.
page-gone = لم يعد هذا الرابط يعمل
page-gone-next = انتهى أو سُحب. اطلب من الشخص رابطًا جديدًا.
page-not-given = لا يعطيه { $host }
page-not-given-next = أُوقف ذلك، أو انتهى الرمز أو استُنفد. ابحث عن بطاقة طوارئ، أو اتصل بجهات اتصال الشخص.
page-unfit = ما وصل لا يطابق هذا الرمز
page-unfit-next = جرى تغييره، أو ليس لهذا الرمز. لا يُعرض منه شيء. حاول مرة أخرى، أو استخدم التطبيق.
page-wrong-passcode = رمز المرور هذا غير صحيح
page-wrong-passcode-next = اسأل الشخص عنه.
page-too-many = طلبات كثيرة جدًا
page-too-many-next = انتظر { $seconds } ثانية ثم حاول مرة أخرى.
page-no-answer = لا جواب من { $host }
page-no-answer-next = تحقق من شبكتك ثم حاول مرة أخرى.
page-server = لم يستطع { $host } المساعدة
page-server-next = كان الجواب { $status }. حاول لاحقًا.
page-unreadable = لا يمكن فتح ما وصل
page-unreadable-next = غُيّر، أو ليس لهذا الرابط. لا يُعرض منه شيء.
page-too-large = أكبر من أن يُعرض هنا
page-too-large-next = اطلب ملخصًا أصغر.
page-nothing = لا شيء فيه يمكن عرضه هنا
page-nothing-next = اسأل الشخص عما فيه.
page-unknown-key = لم يوقّعه مُصدره
page-unknown-key-next = ليس لدى { $issuer } مفتاح كهذا. لا يُعرض منه شيء.
page-revoked = سحبه مُصدره
page-revoked-next = لا يُعرض منه شيء.
page-no-camera = لا يمكن استعمال الكاميرا
page-no-camera-next = اسمح بها في المتصفح، أو اختر صورة.
page-no-code = لم يُعثر على رمز في تلك الصورة
page-no-code-next = التقط صورة أوضح من قرب.
page-no-script = تحتاج هذه الصفحة إلى JavaScript.
page-insecure = لم تُحمّل هذه الصفحة بأمان
page-insecure-next = افتحها مرة أخرى عبر https.
