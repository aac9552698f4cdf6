"""What training works on: spectrograms, listeners, embeddings and statistics, each made once."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from genre_desktop.dsp.statistics import standard_statistics
from training import archives, data, pieces
from training.cache import Arrays, Cache, digest_of, replacing
from training.damage import Damaged, arrays_of
from training.distil import Recipe, distil
from training.evaluate import Answers, Labelled, labelled
from training.listener import Listener, frozen_listener
from training.recordings import stretches
from training.shipping.basis import code_digest
from training.svc import clip_statistics
from training.teacher import Teacher

RECIPE = Recipe()
# Modules whose change makes what is kept another.
ARCHIVE_CODE = ("training.archives",)
STRETCHES_CODE = ("training.recordings", "training.teacher")
DISTILLING_CODE = ("training.distil",)
PIECES_CODE = ("training.listener", "training.pieces")
STATISTICS_CODE = ("training.svc",)
Report = Callable[[str], None]


class Workshop:
    """The data folder and everything made from it, kept in a cache between runs."""

    def __init__(self, data_folder: Path, cache_folder: Path, report: Report) -> None:
        self._data = data_folder
        self._cache = Cache(cache_folder)
        self.report = report

    @property
    def data_folder(self) -> Path:
        """Where the data sets lie."""
        return self._data

    @property
    def cache_folder(self) -> Path:
        """Where intermediate arrays are kept."""
        return self._cache.folder

    @cached_property
    def spectrograms(self) -> dict[str, NDArray[np.float16]]:
        """Log-mel (128, frames) of every archived clip, missing frames filled by the network."""
        folder = self._data / "gtzan" / "mel"
        depends_on = {
            "clips": data.required(folder / "clips.csv").read_text("utf-8"),
            "code": code_digest(ARCHIVE_CODE),
        }

        def read() -> Arrays:
            self.report("Reading the spectrogram archive (about a minute) …")
            return {
                clip.name: clip.log_mel.astype(np.float16)
                for clip in archives.gtzan_archive(folder, learned_fill=True)
            }

        kept = self._cache.arrays("gtzan-spectrograms", depends_on, read)
        return {name: log_mel.astype(np.float16, copy=False) for name, log_mel in kept.items()}

    @cached_property
    def index(self) -> dict[str, data.Clip]:
        """GTZAN's clips by name."""
        return data.gtzan_index(self._data)

    @cached_property
    def clips(self) -> Labelled:
        """The clips that count: training and validation parts that have a spectrogram."""
        names = [name for name in self.spectrograms if self.index[name].split != "faulty"]
        return labelled(
            names,
            [self.index[name].genre for name in names],
            [self.index[name].artist for name in names],
        )

    @cached_property
    def chosen_spectrograms(self) -> dict[str, NDArray[np.float16]]:
        """The spectrograms of `clips`, in their order."""
        return {name: self.spectrograms[name] for name in self.clips.names.tolist()}

    @cached_property
    def clips_digest(self) -> str:
        """A short name for `clips` and their spectrograms, to depend on."""
        return digest_of({"names": self.clips.names, **self.chosen_spectrograms})

    @cached_property
    def frozen(self) -> Listener:
        """The published network behind the published map."""
        return frozen_listener(data.required(self._data / "weights"))

    @cached_property
    def distilled(self) -> Listener:
        """The listener after distillation without labels."""
        heard = self._stretches()
        depends_on = {
            "stretches": digest_of(heard),
            "recipe": repr(RECIPE),
            "torch": torch.__version__,
            "code": code_digest(DISTILLING_CODE),
        }

        def train() -> Arrays:
            listener = frozen_listener(self._data / "weights")
            log_mels, targets = (heard[name].astype(np.float32) for name in ("log_mels", "targets"))
            losses = distil(listener, log_mels, targets, RECIPE, self.report)
            state = {name: value.numpy() for name, value in listener.state_dict().items()}
            return state | {"losses": np.array(losses)}

        state = self._cache.arrays("distilled", depends_on, train)
        listener = Listener()
        listener.load_state_dict(
            {name: torch.from_numpy(value) for name, value in state.items() if name != "losses"}
        )
        return listener.eval()

    def embeddings(self, listener: Listener) -> pieces.Embeddings:
        """The embeddings of `clips`, in their order."""
        state = {name: value.numpy() for name, value in listener.state_dict().items()}
        depends_on = {
            "state": digest_of(state),
            "clips": self.clips_digest,
            "code": code_digest(PIECES_CODE),
        }

        def embed() -> Arrays:
            self.report("Embedding the clips …")
            made = pieces.embed_clips(listener, self.chosen_spectrograms)
            return {"whole": made.whole, "pieces": made.pieces, "timeline": made.timeline}

        kept = self._cache.arrays("embeddings", depends_on, embed)
        whole, apart, timeline = (
            kept[name].astype(np.float32) for name in ("whole", "pieces", "timeline")
        )
        return pieces.Embeddings(whole, apart, timeline)

    @cached_property
    def statistics(self) -> NDArray[np.float32]:
        """Statistics (clips, 9, d) of the pieces of `clips`."""
        spec = standard_statistics()
        depends_on = {
            "spec": repr(spec),
            "clips": self.clips_digest,
            "code": code_digest(STATISTICS_CODE),
        }

        def measure() -> Arrays:
            self.report("Taking statistics of the clips' pieces …")
            spectrograms = self.chosen_spectrograms.values()
            measured = [clip_statistics(one.astype(np.float32), spec) for one in spectrograms]
            return {"statistics": np.stack(measured)}

        kept = self._cache.arrays("statistics", depends_on, measure)
        return kept["statistics"].astype(np.float32)

    def windows(self, count: int) -> NDArray[np.float32]:
        """Pieces (count, 128, 130) of clips in a random but seeded choice."""
        random = np.random.default_rng(0)
        names = random.choice(self.clips.names, count)
        return np.stack(
            [
                random.choice(pieces.separate_pieces(self.spectrograms[name].astype(np.float32)))
                for name in names.tolist()
            ]
        )

    def kept(
        self, name: str, depends_on: Mapping[str, object], make: Callable[[], Arrays]
    ) -> Arrays:
        """Arrays of this name and these dependencies, made once."""
        return self._cache.arrays(name, depends_on, make)

    def keep_answers(self, name: str, answers: Answers) -> str:
        """Keep held-out answers for the ensemble; returns their digest, for the model's record."""
        path = self._cache.path("answers", {"model": name}, ".npz")
        with replacing(path) as target, target.open("wb") as stream:
            np.savez(stream, allow_pickle=False, **answers)
        return digest_of(answers)

    def kept_answers(self, name: str, digest: str) -> Answers:
        """The answers that the evaluation of a model kept.

        Args:
            name: Of the model.
            digest: What its record says of them.

        Raises:
            DataMissing: The model was not evaluated here, or what is kept is of another evaluation
                or damaged.
        """
        path = self._cache.path("answers", {"model": name}, ".npz")
        if not path.exists():
            raise data.DataMissing(f"Evaluate the model {name} first; {path} is missing.")
        try:
            answers = arrays_of(path)
        except Damaged as damage:
            message = f"{path} cannot be read ({damage}); evaluate {name} again."
            raise data.DataMissing(message) from damage
        if digest_of(answers) != digest:
            raise data.DataMissing(
                f"{path} holds answers of another evaluation than the record of {name}; "
                f"evaluate {name} again."
            )
        return answers

    def _stretches(self) -> Arrays:
        paths = data.recordings(self._data)
        depends_on = {
            "files": [[path.name, path.stat().st_size] for path in paths],
            "code": code_digest(STRETCHES_CODE),
        }

        def hear() -> Arrays:
            self.report(f"Listening to {len(paths)} recordings with the teacher …")
            teacher = Teacher(self._data / "weights")
            heard = [
                (log_mel, teacher.embed(samples))
                for path in paths
                for log_mel, samples in stretches(path)
            ]
            return {
                "log_mels": np.stack([log_mel for log_mel, _ in heard]),
                "targets": np.stack([target for _, target in heard]),
            }

        return self._cache.arrays("stretches", depends_on, hear)
