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
    "accurate single model here.",
    left_out="Heads on the half that no label taught",
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
    left_out="Such machines",
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
    left_out="Support vectors, with heads on the half of the network that no label taught,",
    method="The logarithms of both models' probabilities are added with weights, divided by a "
    "temperature and normalised. Weights and temperature come from held-out answers; the "
    "figure of whole clips below uses weights that were chosen on other artists.",
    origin=_GTZAN + "See the cards of both members.",
    limits=_GTZAN_LIMITS,
)

FMA = CardText(
    title="FMA network",
    purpose="Tells the eight genres of the Free Music Archive's small set apart.",
    method="The graph hears a track twice. One ear hears every frame, smoothed along frequency as "
    "the archive's MFCC are; the other hears every tenth frame, as the archive's snapshots of "
    "whole clips show them. Both are the small MobileNetV3 of the GTZAN network which no label had "
    "taught. The first was trained on through its upper stages, with labels, towards the scores of "
    "a teacher and towards its own former embedding, and has a linear head; the second was left as "
    "it is, under a head with one hidden layer that learnt each clip twice, as the snapshots show "
    "it and smoothed. The mean of their log-probabilities counts, the "
    "second ear's share growing with length.",
    left_out="Heads on the first ear as no label had taught it",
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
    left_out="Heads of the ten on the half that no label taught, beside the further labels,",
    origin=_GTZAN
    + "FMA-small (Defferrard et al. 2017), the official training and validation parts, "
    "as MFCC of the first three seconds; a VGGish embedding of each clip, and of its snapshots the "
    "network's own, took part as a teacher's. The training without labels heard GTZAN recordings, "
    "excerpts of Emotify (Magnatune, research use), none of whose labels was used, and 40 "
    "recordings of FMA-small. Starting weights: EfficientAT mn04, trained on AudioSet, © 2022 "
    "Florian Schmid, MIT licence. The second teacher of GTZAN's network: minz_msd_fcn, © 2020 "
    "Music Technology Group, Universitat Pompeu Fabra, and Minz Won, MIT licence; none of its "
    "weights are in the package.",
    limits="What is unfamiliar is measured against GTZAN alone, so that much music which the "
    "further labels name rightly is called unsure. The official test parts were not used.",
)
