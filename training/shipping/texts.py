"""What the cards of packages say besides figures."""

from training.shipping.card import CardText

_GTZAN = (
    "GTZAN (Tzanetakis and Cook 2002), the training and validation parts of the published "
    "fault-filtered split, artist groups after Sturm; a research set without a stated licence. "
)

_GTZAN_LIMITS = (
    "The clips were collected around 2001; many artists appear several times, and some labels are "
    "disputed. The official test part of the collection was not used."
)

NETWORK = CardText(
    title="GTZAN network",
    purpose="Tells ten genres apart, from a whole track or from three seconds of it. The most "
    "accurate single model here and the fastest.",
    method="A log-mel spectrogram, counted from its loudest bin so that volume does not matter, "
    "goes through a linear map into the lower stages of a small MobileNetV3, and from there into "
    "two copies of the upper ones. All layers of the first were trained without labels to give, "
    "from the application's own spectrogram, the embedding that the published network gives on its "
    "own input. The second learnt from that network and from a tagger of the Million Song Dataset, "
    "again without labels, and then labels taught it. Each has a linear head; the first has a "
    "quarter of the say in the logits. The embedding, and what is unfamiliar, are the first's.",
    origin=_GTZAN + "The training without labels heard GTZAN recordings, excerpts of Emotify "
    "(Magnatune, research use) and 40 recordings of FMA-small (each its artist's Creative Commons "
    "licence). Starting weights: EfficientAT mn04, trained on AudioSet, © 2022 Florian Schmid, MIT "
    "licence. The second teacher: minz_msd_fcn, © 2020 Music Technology Group, Universitat Pompeu "
    "Fabra, and Minz Won, MIT licence; none of its weights are in the package.",
    limits=_GTZAN_LIMITS,
)

MACHINE = CardText(
    title="GTZAN support vectors",
    purpose="The classical way, for comparison and as a second opinion: less accurate than the "
    "network, and made by quite different means.",
    method="Statistics of the log-mel spectrogram of each 3-second piece, counted from the piece's "
    "loudest bin, are standardised and given to a support vector machine with a radial kernel. Its "
    "scores become probabilities by sigmoids that were fitted on artists it had not heard. A "
    "track's answer is the mean of its pieces' logarithms.",
    origin=_GTZAN + "No other data and no starting weights.",
    limits=_GTZAN_LIMITS,
)

ENSEMBLE = CardText(
    title="GTZAN ensemble",
    purpose="Asks the network and the support vector machine and weighs their answers.",
    method="The logarithms of both models' probabilities are added with weights, divided by a "
    "temperature and normalised. Weights and temperature come from held-out answers; the figures "
    "below use weights that were chosen on other artists.",
    origin=_GTZAN + "See the cards of both members.",
    limits=_GTZAN_LIMITS,
)

FMA = CardText(
    title="FMA network",
    purpose="Tells the eight genres of the Free Music Archive's small set apart.",
    method="The graph hears a track twice. One ear hears every frame, smoothed along frequency as "
    "the archive's MFCC are; the other hears every tenth frame, as the archive's snapshots of "
    "whole clips show them. Each is a small MobileNetV3 that began as the network which no label "
    "had taught, was trained on with labels and towards the scores of a teacher, and has a linear "
    "head; the mean of their log-probabilities counts, the second ear's share growing with length.",
    origin="FMA-small (Defferrard et al. 2017), the official training and validation parts, as "
    "MFCC of the first three seconds and as snapshots of the whole 30; a VGGish embedding of each "
    "clip took part as a teacher's. The training without labels heard GTZAN recordings and "
    "excerpts of Emotify. Starting weights: EfficientAT mn04, trained on AudioSet, © 2022 Florian "
    "Schmid, MIT licence.",
    limits="Fitted on spectrograms from MFCC and on snapshots, not on recordings: true audio is "
    "heard through the same forms. Pop and Experimental are recognised badly by every model on "
    "these data, and Instrumental is no genre. The official test part was not used.",
)

EVERYDAY = CardText(
    title="Everyday network",
    purpose="For collections that hold electronic, folk, experimental and international music too: "
    "GTZAN's ten genres and four of the Free Music Archive's in one answer.",
    method="GTZAN's network tells its ten labels apart; beside it an ear that FMA's labels taught "
    "hears the track smoothed along frequency. The further labels' log-odds by that ear, scaled "
    "and each with an offset, stand in one softmax with the ten. The offsets let the further "
    "labels win a stated share of GTZAN's held-out clips, which carry none of them. FMA's Hip-Hop, "
    "Pop and Rock are GTZAN's; Instrumental is no genre.",
    origin=_GTZAN
    + "FMA-small (Defferrard et al. 2017), the official training and validation parts, "
    "as MFCC of the first three seconds. The training without labels heard GTZAN recordings and "
    "excerpts of Emotify (Magnatune, research use), none of whose labels was used. Starting "
    "weights: EfficientAT mn04, trained on AudioSet, © 2022 Florian Schmid, MIT licence.",
    limits="What is unfamiliar is measured against GTZAN alone, so that much music which the "
    "further labels name rightly is called unsure. The official test parts were not used.",
)
