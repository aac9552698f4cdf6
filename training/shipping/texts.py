"""What the cards of packages say besides figures."""

from training.shipping.card import CardText

_GTZAN = (
    "GTZAN (Tzanetakis and Cook 2002), the training and validation parts of the published "
    "fault-filtered split, artist groups after Sturm; a research set without a stated licence. "
)

NETWORK = CardText(
    title="GTZAN network",
    purpose="Tells ten genres apart, from a whole track or from three seconds of it. The most "
    "accurate single model here and the fastest.",
    method="A log-mel spectrogram, counted from its loudest bin so that volume does not matter, "
    "goes through a linear map into the convolutions of a small MobileNetV3 (511,208 weights), "
    "whose mean output feeds a logistic regression. All layers were trained without labels to "
    "give, from the application's own spectrogram, the embedding that the published network gives "
    "on its own input; then the regression was fitted on whole clips and on their nine pieces.",
    origin=_GTZAN + "The training without labels heard GTZAN recordings and excerpts of Emotify "
    "(Magnatune, research use). Starting weights: EfficientAT mn04, trained on AudioSet, "
    "© 2022 Florian Schmid, MIT licence.",
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
)

ENSEMBLE = CardText(
    title="GTZAN ensemble",
    purpose="Asks the network and the support vector machine and weighs their answers.",
    method="The logarithms of both models' probabilities are added with weights, divided by a "
    "temperature and normalised. Weights and temperature come from held-out answers; the figures "
    "below use weights that were chosen on other artists.",
    origin=_GTZAN + "See the cards of both members.",
)
