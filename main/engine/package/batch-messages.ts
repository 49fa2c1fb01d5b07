/** What the engine and its worker threads say to each other: types only. */
import type { FailureData } from '../../../preload/failures.ts'
import type { PackageResult } from '../../../preload/views.ts'
import type { PlacedPicture } from '../filings/filing-pictures.ts'
import type { PictureSource } from '../pictures/pictures.ts'
import type { PackageJob } from './package.ts'

/** A package to make. The bytes of its pictures are asked for when they are wanted, by their position. */
export type BatchJob = Omit<PackageJob, 'pictures'> & {
  pictures: readonly { place: PlacedPicture['place']; source: Omit<PictureSource, 'load'> }[]
}

export type Answer<Value> = { ok: true; value: Value } | { ok: false; failure: FailureData }

export interface WorkerStart {
  /** The data folder whose imported rule pack speaks; null: the shipped rules. */
  rulesFolder: string | null
}

/** What the engine may ask of a worker, which makes one package at a time. */
export interface WorkerSide {
  make(job: BatchJob): Promise<Answer<PackageResult>>
  cancel(): void
}

/** What a worker may ask of the engine while it makes a package. */
export interface OwnerSide {
  /** The untouched original of the picture at this position. */
  load(at: number): Promise<Answer<Uint8Array>>
}
