"""Words that mean the same in trade, of our own writing: a line holds equals, to be read and
corrected by whoever speaks so. Plurals that only change their ending need no line; broken ones do.

Before a colon stand the countries where a line holds; none: everywhere.
"""

LINES = """
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
عود oud oudh
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
حاجب حواجب eyebrow eyebrows brow brows sourcil
رمش رموش lash lashes eyelash eyelashes cils
ظل ظلال shadow eyeshadow ombre
قلم اقلام pen pencil crayon
محدد تحديد liner contour
خافي كونسيلر اخفاء concealer
هايلايتر اضاءة highlighter
لامع لمعان ملمع gloss shine shiny glossy brillant
مات مطفي matte mat
سائل liquid liquide
مضغوطة مضغوط compact pressed
برايمر تمهيد primer
ثبات يدوم lasting longwear duree
مقاوم ضد anti proof resistant
ماء waterproof
مزيل ازالة remover removal dissolvant
جليدات cuticle cuticles
مبرد file lime
تشذيب قصافة trimmer clipper
مقص مقصات scissors
ملصق ملصقات sticker stickers
طبيعي طبيعية natural naturel
عناية العناية care soin
علاج معالجة treatment therapy traitement
اصلاح تجديد repair restore regenerating reparateur
تالف تالفة damaged
ناعم ناعمة soft smooth doux
خشن rough
كثيف كثافة volume thick
تساقط hairfall fall loss
قشرة dandruff pellicules
تجاعيد wrinkle wrinkles rides
شيخوخة aging age ageing
حبوب acne spots
لثة gum gums gencive
فم mouth bouche
غسيل غسل wash washing
استحمام shower bath douche bain
لوف اسفنجة sponge eponge
منديل مناديل wipe wipes tissue tissues lingette
مبللة wet
كلوت سروال pants culotte
جامبو jumbo
ميجا mega
عملاق giant
عرض offer
مجانا free gratuit
رائحة عطرة scent fragrance odeur
لافندر خزامى lavender lavande
خيار cucumber concombre
نعناع mint menthol menthe
زنجبيل ginger gingembre
كركم turmeric
افوكادو avocado
مانجو mango mangue
توت berry berries
رمان pomegranate
فراولة strawberry
خوخ peach peche
تين fig figue
ارجان argan
شيا shea karite
كاكاو cocoa
فحم charcoal charbon
طين clay argile
ذرة corn maize mais
قمح wheat ble
شوفان oats oat avoine
حبوب cereal cereals cereales
فواكه فاكهة فواكة fruit fruits
خضار خضروات vegetable vegetables legumes
جزر carrot carrots carotte
بصل onion oignon
ثوم garlic ail
بيض egg eggs oeuf
جبن جبنة اجبان cheese fromage
زبدة butter beurre
قشطة cream
طحين دقيق flour farine
معكرونة مكرونة باستا pasta macaroni
فول beans feves
عدس lentils lentilles
حمص chickpeas pois
فلفل pepper poivre
بهارات توابل spices epices
صلصة صوص sauce
خل vinegar vinaigre
مربى jam confiture
علكة لبان gum chewing
حلوى حلويات candy sweets bonbon
ايسكريم مثلجات icecream glace
مشروب مشروبات drink drinks boisson
غازي غازية soda
طاقة energy energie
بروتين protein proteine
دايت diet
خال خالي free sans
عضوي organic bio
حيوان حيوانات pet animal
قطة قطط cat chat
كلب كلاب dog chien
تركيبة formula formule
نمو growth growing croissance
مرحلة stage step
حديث حديثي new
مناعة immunity immune
عظام bone bones os
مفاصل joint joints
معدة stomach estomac
سعال كحة cough toux
زكام برد cold rhume
صداع headache
الم الام pain douleur
حرارة fever thermometer
جرح جروح wound plaie
لاصق لاصقات بلاستر plaster plasters bandage bandages pansement
ضماد ضمادة ضمادات bandage bandages
كمامة كمامات mask masks
قفاز قفازات glove gloves gant
معقم تعقيم sanitizer disinfectant antiseptic
جهاز اجهزة device machine appareil
قياس measure monitor
ضغط pressure tension
كهربائي كهربائية electric electrical electronic electrique
بطارية بطاريات battery batteries pile
لاسلكي لاسلكية wireless sansfil
كيبل سلك كابل cable
محول adapter adaptateur
screen ecran
طابعة printer imprimante
حبر ink encre
ورق paper papier
دفتر notebook cahier
الة ماكينة machine
حلاقة shaving shave razor rasage
شفرة شفرات موس blade blades lame
لحية ذقن beard barbe
شارب moustache
مشط comb peigne
مجفف سشوار استشوار dryer seche
منعم softener adoucissant
dish dishes
ارضية ارضيات floor sol
حشرات حشرة insect insects
بعوض ناموس mosquito moustique
رأس رؤوس head tete
قدم اقدام foot feet pied
ساق leg jambe
رقبة neck cou
صدر ثدي breast sein
حلمة حلمات nipple nipples
زجاجة قنينة رضاعة bottle biberon
سوار اساور bracelet
قلادة عقد سلسلة necklace collier
خاتم خواتم ring bague
حلق اقراط earring earrings
محفظة محافظ wallet portefeuille
حزام احزمة belt ceinture
قبعة طاقية كاب hat cap chapeau
شماغ غترة shemagh
حجاب طرحة hijab
جاكيت سترة jacket veste
معطف coat manteau
بدلة suit costume
نعال شبشب صندل slippers sandals
رياضي رياضية sport sports sporty
كرة كرات ball ballon
خيمة خيام tent tente
عشب نبات plant herbal herbe
اعشاب herbs herbal
زهور زهرة ازهار flower flowers floral fleur
عنبر amber ambre
مسك musk musc
ليلكي lilac
فاتح light clair
غامق داكن dark fonce
شفاف شفافة transparent clear
برونزي bronze
عسلي عسلية honey
درجة shade teinte
احترافي احترافية professional
فائق فائقة ultra super
غني غنية rich riche
عميق deep profond
فوري فورية instant
سريع سريعة fast quick rapide
كل all tout
مزدوج double
ثلاثي triple
واحد one un
خفيف خفيفة light leger
نقي نقية pure pur
نظيف نظافة clean cleaning propre
تنظيف cleaning cleansing nettoyage
منعش انتعاش fresh freshness refreshing
بارد باردة cool cold
ساخن hot chaud
كامل full whole entier
عائلي عائلية family
منزل بيت home house maison
مطبخ kitchen cuisine
حمام bathroom
غرفة room chambre
حديقة garden jardin
مكتب desk office bureau
مدرسة school ecole
سفر travel voyage
"""
