"""Words that mean the same in trade, of our own writing: a line holds equals, to be read and
corrected by whoever speaks so. Market by market staff add their own (`write_synonym`).

Before a colon stand the countries where a line holds; none: everywhere. Plurals that only change
their ending need no line; broken ones do.
"""

from functools import cache

from tijara.kit.arabic import terms

_LINES = """
جوال موبايل هاتف تليفون تلفون محمول mobile phone smartphone telephone
حذاء احذية جزمة جزم كندرة shoes shoe chaussures
حقيبة حقائب شنطة شنط جنطة bag sac
ثلاجة تلاجة براد ثلاجات fridge refrigerator
غسالة غسالات washer
مكيف مكيفات تكييف
تلفاز تلفزيون شاشة tv television
حاسوب كمبيوتر لابتوب محمول computer laptop
سماعة سماعات هيدفون headphone headphones earphones casque
شاحن شواحن charger chargeur
ساعة ساعات watch montre
نظارة نظارات glasses
قميص قمصان shirt chemise
ثوب ثياب دشداشة جلابية كندورة thobe
عباءة عباية عبايات abaya
فستان فساتين dress robe
بنطال بنطلون بناطيل سروال pants trousers pantalon
جورب جوارب شرابات socks chaussettes
EG: جورب شراب
ملابس هدوم البسة clothes vetements
طفل اطفال عيال بيبي baby child children kids enfant bebe
رضيع رضع مولود مواليد newborn infant
حفاض حفاضات حفاظات حفائض بامبرز diaper diapers couches
رضاعة رضاعات ببرونة مرضعة biberon
لهاية سكاتة تيتينا مصاصة pacifier
حليب milk lait
EG: حليب لبن
زبادي روب yogurt yoghurt
خبز عيش bread pain
طماطم بندورة قوطة tomato tomate
بطاطس بطاطا potato
دجاج فراخ جاج chicken poulet
لحم لحوم meat viande
سمك اسماك fish poisson
رز ارز تمن rice riz
سكر sugar sucre
ملح salt sel
شاي شاهي tea the
قهوة بن coffee cafe
عسل honey miel
تمر تمور بلح رطب dates dattes
زيت زيوت oil huile
زيتون olive
ماء مياه مية water eau
عصير عصائر juice jus
بسكويت بسكوت كوكيز biscuit biscuits cookies
شوكولاتة شوكولا شوكلاته chocolate chocolat
مكسرات nuts
دلة دلال dallah
فنجان فناجين فناجيل cup tasse
كوب اكواب كوباية كاسة كاس mug cup
صحن صحون طبق اطباق plate assiette
ملعقة ملاعق معلقة خاشوقة spoon
EG: قدر حلة
قدر قدور طنجرة pot casserole
مقلاة مقلاية طاسة pan poele
سكين سكاكين knife couteau
ابريق اباريق غلاية kettle
مبخرة مباخر مدخن
بخور عود incense
عطر عطور برفان برفيوم كولونيا perfume parfum fragrance
مزيل ديودرنت deodorant
شامبو shampoo
صابون soap savon
معجون toothpaste dentifrice
سن اسنان tooth teeth dental
فرشاة فرشة فرش brush brosse
شعر hair cheveux
بشرة جلد skin peau
وجه face facial visage
جسم body corps
يد ايدي hand hands main
عين عيون eye eyes
شفاه شفايف lip lips
روج حمرة lipstick
ماسكارا mascara
كحل eyeliner kohl liner
اظافر ضوافر nail nails
مناكير طلاء polish
اساس فاونديشن foundation
بودرة powder poudre
خدود بلشر blush blusher
صبغة صبغات color colour dye coloration
مرطب ترطيب moisturizer moisturizing hydrating hydratant
غسول منظف cleanser wash nettoyant
واقي sunscreen sunblock
شمس sun solaire
سيروم serum
قناع ماسك mask masque
بلسم conditioner apres
مقشر تقشير scrub exfoliating
تبييض تفتيح whitening brightening
حماية وقاية protection protect
حساسة حساس sensitive
جافة جاف dry
دهنية دهني oily
عادية عادي normal
فيتامين فيتامينات vitamin vitamins vitamine
كالسيوم calcium
بنفسجي موف purple violet
احمر حمراء red rouge
ازرق زرقاء blue bleu
اخضر خضراء green vert
اسود سوداء black noir
ابيض بيضاء white blanc
اصفر صفراء yellow jaune
وردي زهري بمبي pink rose
بني brown marron
ذهبي gold golden dore
فضي silver argent
رمادي رصاصي grey gray gris
بيج beige
رجال رجالي men man mens homme
نساء نسائي سيدات حريمي women woman ladies femme
ولد اولاد boy boys garcon
بنت بنات girl girls fille
كبير large big grand
صغير small petit mini
متوسط medium moyen
مقاس قياس حجم size taille
لون الوان color colour couleur
جديد new nouveau
اصلي اوريجينال original
قطن قطني cotton coton
جلد leather cuir
حرير silk soie
خشب خشبي wood wooden bois
نحاس نحاسي copper brass
حديد iron fer
زجاج glass verre
بلاستيك plastic
غطاء اغطية cover
كفر جراب case etui
كتاب كتب book livre
لعبة العاب لعب toy toys jouet
هدية هدايا gift cadeau
سيارة سيارات عربية car voiture
دراجة بسكليت عجلة سيكل bicycle bike velo
كنبة اريكة صوفا كنب sofa canape
كرسي كراسي chair chaise
طاولة طاولات تربيزة ترابيزة table
سرير تخت bed lit
وسادة مخدة مخدات pillow oreiller
لحاف بطانية بطانيات blanket couverture
منشفة فوطة مناشف فوط بشكير towel serviette
سجادة سجاد زولية rug carpet tapis
ستارة ستائر برداية curtain rideau
مصباح لمبة لمبات lamp lampe
مروحة مراوح fan ventilateur
مكنسة مكانس vacuum aspirateur
مكواة مكاوي iron
خلاط خلاطات blender mixer
فرن افران oven four
نقط قطرة قطرات drops
ليمون lemon citron
برتقال orange
تفاح apple pomme
فراولة strawberry fraise
موز banana banane
فانيليا vanilla vanille
جوز coconut
لوز almond amande
ورد rose
ياسمين jasmine jasmin
صبار الوفيرا aloe
ليلي ليل night nuit
نهاري نهار day jour
يومي daily quotidien
بلس plus
اكسترا extra
ادفانس advance advanced
بلاك black
برو pro
ماكس max
ميني mini
لايت light
نيو new
"""


@cache
def _all() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    told = []
    for line in _LINES.strip().splitlines():
        countries, _, words = line.rpartition(":")
        equals = dict.fromkeys(cut[0] for word in words.split() if len(cut := terms(word)) == 1)
        told.append((frozenset(countries.split()), tuple(equals)))
    return tuple(told)


@cache
def kin_of(country: str) -> dict[str, tuple[str, ...]]:
    """What else each term may be called there."""
    found: dict[str, dict[str, None]] = {}
    for countries, words in _all():
        if not countries or country in countries:
            for word in words:
                others = found.setdefault(word, {})
                others |= dict.fromkeys(other for other in words if other != word)
    return {word: tuple(others) for word, others in found.items()}
