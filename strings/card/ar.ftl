# Fixed words of the emergency card, in the language of whoever reads it. Not yet checked by a native speaker.
card-title = بطاقة الطوارئ
card-born = تاريخ الميلاد: { $date }
card-allergies = الحساسية
card-medicines = الأدوية
card-conditions = الأمراض
card-blood-group = فصيلة الدم
card-implants = الأجهزة المزروعة
card-pregnancy = الحمل
card-languages = اللغات
card-directives = التوجيهات المسبقة
card-contacts = للاتصال في حالة الطوارئ
card-mild = خفيفة
card-moderate = متوسطة
card-severe = شديدة
card-high-risk = خطر مرتفع
card-disputed = المصادر غير متفقة
card-none-known = لا يوجد شيء معروف، حسب التصريح
card-nothing = لم يُذكر شيء هنا؛ وهذا لا يعني عدم وجوده
card-more = أخرى
card-issued = تاريخ الإصدار: { $date }
card-days =
    { $days ->
        [0] اليوم
        [one] قبل يوم واحد
        [two] قبل يومين
        [few] قبل { $days } أيام
        [many] قبل { $days } يومًا
       *[other] قبل { $days } يوم
    }
card-months =
    { $months ->
        [one] قبل شهر واحد
        [two] قبل شهرين
        [few] قبل { $months } أشهر
        [many] قبل { $months } شهرًا
       *[other] قبل { $months } شهر
    }
card-review-by = تُراجع قبل { $date }.
card-overdue = فات موعد المراجعة منذ { $date }: قد تكون البطاقة قديمة.
card-future = تاريخ الإصدار بعد اليوم: إحدى الساعات خاطئة.
card-unknown-key = موقّعة بمفتاح لا يعرفه هذا القارئ. لم يتغير شيء منذ التوقيع، لكن أي شخص يستطيع عمل بطاقة: اسأل الشخص نفسه.
card-known-patient = موقّعة من جهاز مريض تعرفه.
card-words-unreviewed = لم يراجع هذه الكلمات متحدث أصلي.
card-code-app = امسح هذا الرمز بتطبيق Pocketchart.
card-code-camera = كاميرا أي هاتف تعرض هذا الرمز كنص.
card-code-honest = التوقيع يُظهر فقط أن شيئًا لم يتغير بعده. أي شخص يستطيع عمل بطاقة: اسأل الشخص نفسه.
